package dev.recipe4j.runtime.report;

/** {@code report.html}: one run as a page. */
public final class RunPage {
  /** The sections that a reader jumps to: id and name in turn. */
  private static final String[] SECTIONS = {
    "learning-rate", "Learning rate",
    "loss", "Loss and accuracy",
    "classes", "Classes",
    "samples", "Samples",
    "throughput", "Time",
    "findings", "Findings",
    "card", "Card"
  };

  private RunPage() {}

  /** The file, in UTF-8. */
  public static byte[] of(ReportContent content) {
    Page page = new Page(content.run().id() + " – recipe4j");
    Html body = page.body();
    body.open("header");
    Headline.write(content, page);
    body.open("nav", "aria-label", "Sections").open("ul");
    for (int i = 0; i < SECTIONS.length; i += 2) {
      body.open("li").element("a", SECTIONS[i + 1], "href", "#" + SECTIONS[i]).close("li");
    }
    body.close("ul").close("nav").close("header").open("main");
    Curves.write(content.run(), page);
    ClassesPart.write(content, page);
    TimePart.write(content.run(), page);
    RecipePart.write(content, page);
    body.close("main");
    body.element("footer", "Written by recipe4j; this file needs nothing else.");
    return page.bytes();
  }
}
