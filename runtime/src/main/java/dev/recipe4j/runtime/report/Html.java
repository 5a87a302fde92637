package dev.recipe4j.runtime.report;

import java.util.List;

/**
 * HTML as it is written. Every text and every value of an attribute is escaped: names of classes
 * and files are the user's, and may be anything.
 */
final class Html {
  private final StringBuilder text = new StringBuilder();

  /** A column of a table. */
  record Column(String title, boolean isNumber) {
    static Column words(String title) {
      return new Column(title, false);
    }

    static Column number(String title) {
      return new Column(title, true);
    }
  }

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn
   */
  Html open(String tag, String... attributes) {
    text.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      text.append(escaped(attributes[i + 1])).append('"');
    }
    text.append('>');
    return this;
  }

  Html close(String tag) {
    text.append("</").append(tag).append(">\n");
    return this;
  }

  /** A whole element that holds text alone. */
  Html element(String tag, String content, String... attributes) {
    return open(tag, attributes).text(content).close(tag);
  }

  Html text(String content) {
    text.append(escaped(content));
    return this;
  }

  /** HTML that is escaped where it has to be. */
  Html raw(String html) {
    text.append(html);
    return this;
  }

  /** A term and what is said of it; nothing if that is empty. */
  Html fact(String term, String value) {
    return value.isEmpty() ? this : element("dt", term).element("dd", value);
  }

  /** A table in a box of its own, which is scrolled where it is too wide. */
  Html table(String caption, List<Column> columns, List<List<String>> rows) {
    open("div", "class", "wide").open("table").element("caption", caption).open("thead").open("tr");
    columns.forEach(
        column -> element("th", column.title(), "scope", "col", "class", style(column)));
    close("tr").close("thead").open("tbody");
    for (List<String> row : rows) {
      open("tr");
      for (int i = 0; i < row.size(); i++) {
        element("td", row.get(i), "class", style(columns.get(i)));
      }
      close("tr");
    }
    return close("tbody").close("table").close("div");
  }

  private static String style(Column column) {
    return column.isNumber() ? "number" : "words";
  }

  /** A table that is opened with a click. */
  Html hiddenTable(String summary, String caption, List<Column> columns, List<List<String>> rows) {
    return open("details")
        .element("summary", summary)
        .table(caption, columns, rows)
        .close("details");
  }

  static String escaped(String content) {
    StringBuilder safe = new StringBuilder(content.length() + 16);
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
