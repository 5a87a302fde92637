package dev.recipe4j.runtime.cli;

import java.util.regex.Pattern;

/** Cells of a table of comma-separated values (RFC 4180). */
final class Csv {
  private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");

  private Csv() {}

  /** A cell, quoted if it has to be. */
  static String cell(String value) {
    return NEEDS_QUOTES.matcher(value).find() ? quoted(value) : value;
  }

  /** A cell in quotes. */
  static String quoted(String value) {
    return '"' + value.replace("\"", "\"\"") + '"';
  }
}
