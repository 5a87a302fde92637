package dev.recipe4j.runtime.report;

import dev.recipe4j.rules.Finding;
import dev.recipe4j.rules.Verdict;
import dev.recipe4j.runtime.report.Html.Column;
import dev.recipe4j.runtime.report.ReportContent.Part;
import dev.recipe4j.runtime.report.Sample.Picture;
import java.util.List;
import java.util.Locale;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** What was trained: augmented images, findings and accepts, the card, the log. */
final class RecipePart {
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).sanitizeUrls(true).build();

  /** Older lines are in {@code log.txt}. */
  private static final int LOG_LINES = 200;

  private RecipePart() {}

  static void write(ReportContent content, Page page) {
    samples(content, page);
    findings(content, page);
    card(content, page);
    log(content, page);
  }

  private static void samples(ReportContent content, Page page) {
    page.section("samples", "Augmented samples");
    content
        .reason(Part.SAMPLES)
        .ifPresent(why -> page.body().element("p", why, "class", "missing"));
    if (!content.samples().isEmpty()) {
      page.body()
          .element("p", "Training images after each step, as one epoch saw them.", "class", "note");
    }
    Html body = page.body().open("div", "class", "samples");
    for (Sample sample : content.samples()) {
      body.open("div", "class", "sample").element("p", sample.title(), "class", "row-title");
      body.open("div", "class", "steps", "tabindex", "0", "aria-label", sample.title());
      for (Picture picture : sample.pictures()) {
        body.open("figure");
        Thumbnail.write(
            body, picture.image(), "%s: %s".formatted(sample.title(), picture.caption()));
        body.element("figcaption", picture.caption()).close("figure");
      }
      body.close("div").close("div");
    }
    body.close("div");
    page.close();
  }

  private static void findings(ReportContent content, Page page) {
    page.section("findings", "Findings and accepts");
    Html body = page.body();
    content.reason(Part.FINDINGS).ifPresent(why -> body.element("p", why, "class", "missing"));
    content.verdict().ifPresent(verdict -> verdict(verdict, body));
    page.close();
  }

  private static void verdict(Verdict verdict, Html body) {
    if (verdict.findings().isEmpty()) {
      body.element("p", "The rules found nothing that is not accepted.");
    } else {
      body.open("div", "class", "wide").open("table", "class", "plain");
      heads(body, "severity", "rule", "finding", "fix");
      for (Finding finding : verdict.findings()) {
        String severity = finding.severity().name().toLowerCase(Locale.ROOT);
        body.open("tr").element("td", severity, "class", "severity-" + severity);
        body.element("td", finding.rule().name(), "class", "rule").element("td", finding.message());
        body.element("td", finding.fix()).close("tr");
      }
      body.close("table").close("div");
    }
    if (!verdict.accepted().isEmpty()) {
      body.element("h3", "Accepted");
      body.table(
          "Findings that the author accepts, and why",
          List.of(Column.words("rule"), Column.words("finding"), Column.words("because")),
          verdict.accepted().stream()
              .map(
                  accepted ->
                      List.of(
                          accepted.finding().rule().name(),
                          accepted.finding().message(),
                          accepted.acceptance().because()))
              .toList());
    }
  }

  private static void heads(Html body, String... titles) {
    body.open("tr");
    for (String title : titles) {
      body.element("th", title, "scope", "col");
    }
    body.close("tr");
  }

  private static void card(ReportContent content, Page page) {
    page.section("card", "Recipe card");
    Html body = page.body();
    content.reason(Part.CARD).ifPresent(why -> body.element("p", why, "class", "missing"));
    content
        .card()
        .ifPresent(
            card ->
                body.open("details")
                    .element("summary", "The card as the compiler wrote it")
                    .open("div", "class", "card wide")
                    .raw(rendered(card))
                    .close("div")
                    .close("details"));
    page.close();
  }

  /** The card as HTML, without its drawing of the learning rate, which is a file beside it. */
  static String rendered(String markdown) {
    Node document = PARSER.parse(markdown);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Image image) {
            image.unlink();
          }
        });
    return RENDERER.render(document);
  }

  private static void log(ReportContent content, Page page) {
    List<String> lines = content.log();
    if (lines.isEmpty()) {
      return;
    }
    page.section("log", "Log");
    int from = Math.max(0, lines.size() - LOG_LINES);
    page.body()
        .open("details")
        .element("summary", "The last %d lines of log.txt".formatted(lines.size() - from))
        .element("pre", String.join("\n", lines.subList(from, lines.size())), "tabindex", "0")
        .close("details");
    page.close();
  }
}
