package dev.recipe4j.runtime.report;

import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.Setting;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.runtime.train.EpochResult;
import dev.recipe4j.runtime.train.RunDocument;
import dev.recipe4j.runtime.train.RunOutcome;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The top of a report: what was trained, how well, how long, on what. */
final class Headline {
  private Headline() {}

  static void write(ReportContent content, Page page) {
    RunRecord run = content.run();
    Html body = page.body();
    body.element("p", "recipe4j training report", "class", "kicker");
    body.element("h1", run.id());
    RunOutcome outcome = run.outcome();
    String style = outcome.kind().name().toLowerCase(Locale.ROOT);
    body.element("p", outcome.reason(), "class", "outcome " + style);
    tiles(content, body);
    facts(run, body);
  }

  private static void tiles(ReportContent content, Html body) {
    RunRecord run = content.run();
    Optional<EpochResult> best = run.best();
    body.open("dl", "class", "tiles");
    if (best.isPresent()) {
      EpochResult row = best.get();
      int epochs = run.document().recipe().recipe().epochs();
      tile(
          body,
          "Test accuracy",
          Numbers.percent(row.testTop1()),
          "best, after epoch %d of %d".formatted(row.epoch(), epochs));
      row.testTopK().entrySet().stream()
          .findFirst()
          .ifPresent(
              top ->
                  tile(
                      body,
                      "Top " + top.getKey(),
                      Numbers.percent(top.getValue()),
                      "in the same epoch"));
      content
          .evaluation()
          .ifPresent(
              document ->
                  tile(
                      body,
                      "Mean of the classes",
                      Numbers.percent(document.evaluation().confusion().meanPerClass()),
                      "every class weighs the same"));
      tile(body, "Test loss", Numbers.loss(row.testLoss()), "nats, in the same epoch");
    } else {
      tile(body, "Test accuracy", "–", "no epoch was finished");
    }
    run.last()
        .ifPresent(
            last -> {
              tile(
                  body,
                  "Training time",
                  Numbers.duration(run.seconds()),
                  "%s, %s updates"
                      .formatted(
                          Decimals.count(run.history().size(), "epoch"),
                          Numbers.count(last.step())));
              tile(
                  body,
                  "Images a second",
                  Numbers.speed(run.imagesPerSecond()),
                  "median of the epochs");
            });
    body.close("dl");
  }

  private static void tile(Html body, String title, String value, String remark) {
    body.open("div").element("dt", title).open("dd").text(value);
    body.element("small", remark).close("dd").close("div");
  }

  private static void facts(RunRecord run, Html body) {
    RunDocument document = run.document();
    NetworkAnalysis network = NetworkAnalysis.of(document.recipe().network(), document.input());
    body.open("dl", "class", "facts");
    body.fact(
        "Network",
        "%s, %s parameters, %s multiply-adds for an image of %s"
            .formatted(
                document.recipe().network().name(),
                Numbers.count(network.parameters()),
                Numbers.count(network.multiplyAdds()),
                document.input()));
    body.fact("Data", document.data());
    body.fact(
        "Images",
        "%s to train on, %s to validate on, %s classes"
            .formatted(
                Numbers.count(document.trainExamples()),
                Numbers.count(document.validationExamples()),
                Numbers.count(document.classNames().size())));
    body.fact(
        "Set for this run",
        document.settings().stream().map(Setting::toString).collect(Collectors.joining(", ")));
    body.fact("Engine", document.engine());
    body.fact(
        "Versions",
        document.versions().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ")));
    body.fact("Started", document.started());
    body.fact("Run", run.name());
    body.fact("Recipe", "sha256:" + document.fingerprint());
    body.close("dl");
  }
}
