package dev.recipe4j.runtime.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/**
 * One HTML file that needs nothing else: style, chart library and data are inside. Its content
 * security policy lets it load nothing from anywhere and run no scripts but its own two, so that a
 * name from the data could do nothing even if it were not escaped.
 */
final class Page {
  private static final String LIBRARY_PROPERTIES =
      "/META-INF/maven/org.webjars.npm/chart.js/pom.properties";
  private static final String LIBRARY = "/META-INF/resources/webjars/chart.js/%s/%s";

  private final String title;
  private final Html body = new Html();
  private final List<Chart> charts = new ArrayList<>();

  Page(String title) {
    this.title = title;
  }

  /** Where the content goes. */
  Html body() {
    return body;
  }

  /** A chart in a box of the usual height; nothing if it is empty. */
  Page chart(Chart chart) {
    return chart(chart, "plot");
  }

  /**
   * A chart.
   *
   * @param styles classes of its box
   */
  Page chart(Chart chart, String styles) {
    if (!chart.isEmpty()) {
      charts.add(chart);
      body.open("div", "class", styles)
          .open("canvas", "id", chart.id(), "role", "img", "aria-label", chart.description())
          .text(chart.description())
          .close("canvas")
          .close("div");
    }
    return this;
  }

  /** Opens a section, which is closed with {@link #close}. */
  Page section(String id, String heading) {
    body.open("section", "id", id, "aria-labelledby", id + "-title");
    body.element("h2", heading, "id", id + "-title");
    return this;
  }

  void close() {
    body.close("section");
  }

  /** The file. */
  byte[] bytes() {
    String style = resource("report.css");
    String script = resource("report.js");
    // Without the line that points a debugger to a file beside it.
    String library = library("dist/chart.umd.js").replaceAll("//# source.*", "");
    Html page = new Html().raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
    page.open("meta", "charset", "utf-8");
    page.open("meta", "http-equiv", "Content-Security-Policy", "content", policy(library, script));
    page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.open("meta", "name", "generator", "content", "recipe4j");
    page.element("title", title);
    page.open("style").raw(style).close("style").close("head").open("body");
    page.raw(body.toString());
    page.open("noscript")
        .element("p", "The charts need JavaScript; the tables below them say the same.")
        .close("noscript");
    page.open("script", "type", "application/json", "id", "report-data").raw(data());
    page.close("script");
    page.raw("<!-- The chart library:\n").raw(licence()).raw("-->\n");
    page.open("script").raw(library).close("script");
    page.open("script").raw(script).close("script");
    page.close("body").close("html");
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** No text of the data can end the element that holds it, or begin a comment in it. */
  private String data() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    charts.forEach(chart -> all.add(chart.json()));
    return all.toString().replace("<", "\\u003c");
  }

  private static String policy(String... scripts) {
    StringBuilder policy = new StringBuilder("default-src 'none'; img-src data:; ");
    policy.append("style-src 'unsafe-inline'; script-src");
    for (String script : scripts) {
      policy.append(" 'sha256-").append(hash(script)).append('\'');
    }
    return policy.toString();
  }

  private static String hash(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String licence() {
    return library("LICENSE.md").replace("--", "- -");
  }

  /** A file of the chart library, whose version is in the path. */
  private static String library(String file) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(resource(LIBRARY_PROPERTIES)));
    } catch (IOException e) {
      throw new UncheckedIOException(LIBRARY_PROPERTIES + " cannot be read", e);
    }
    return resource(LIBRARY.formatted(properties.getProperty("version"), file));
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
