package dev.recipe4j.runtime;

import dev.recipe4j.declaration.SpecReader;
import dev.recipe4j.rules.RuleEngine;
import dev.recipe4j.rules.Verdict;
import dev.recipe4j.runtime.data.DataException;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.report.ReportContent;
import dev.recipe4j.runtime.report.ReportContent.Part;
import dev.recipe4j.runtime.report.RunPage;
import dev.recipe4j.runtime.report.RunRecord;
import dev.recipe4j.runtime.report.Sample;
import dev.recipe4j.runtime.train.AtomicFile;
import dev.recipe4j.runtime.train.BestEpoch;
import dev.recipe4j.runtime.train.EvaluationDocument;
import dev.recipe4j.runtime.train.Mistake;
import dev.recipe4j.runtime.train.RunDirectory;
import dev.recipe4j.runtime.train.RunDocument;
import dev.recipe4j.runtime.train.RunException;
import dev.recipe4j.spec.OpenComponent;
import dev.recipe4j.spec.RecipeSpec;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The report of a run that is finished, stopped or failed: {@code RunReport.of(run).write()}. The
 * images and the compiled recipe add what the run directory does not hold.
 */
public final class RunReport {
  private static final String FILE = "report.html";
  private static final int SAMPLES = 4;
  private static final String WITHOUT_DATA =
      "Not shown without the images: recipe4j report RUN --data DIR.";

  private final RunDirectory directory;
  private Optional<Pipeline> pipeline = Optional.empty();
  private Optional<ImageData> data = Optional.empty();

  private RunReport(RunDirectory directory) {
    this.directory = directory;
  }

  /** The report of a run. */
  public static RunReport of(Path runDirectory) {
    return new RunReport(new RunDirectory(runDirectory));
  }

  /** With the card, accepts and own components of the compiled recipe. */
  public RunReport pipeline(Pipeline compiled) {
    pipeline = Optional.of(compiled);
    return this;
  }

  /**
   * With pictures. If the best epoch was not measured class by class, that is done now.
   *
   * @param images that the run was trained on
   */
  public RunReport data(ImageData images) {
    data = Optional.of(images);
    return this;
  }

  /**
   * Writes {@code report.html} into the run directory.
   *
   * @return the file
   * @throws RunException if the directory is not one of a run or is damaged, the images are others,
   *     or the file cannot be written
   */
  public Path write() {
    Path file = directory.path().resolve(FILE);
    write(file);
    return file;
  }

  /** As {@link #write()}, into another file. */
  public void write(Path file) {
    AtomicFile.write(file, RunPage.of(content()));
  }

  private ReportContent content() {
    RunRecord run = RunRecord.read(directory);
    Map<Part, String> reasons = new EnumMap<>(Part.class);
    data.ifPresent(images -> requireSame(run.document(), images));
    Optional<EvaluationDocument> evaluation = evaluation(run, reasons);
    return new ReportContent(
        run,
        evaluation,
        mistakes(evaluation, reasons),
        samples(run, reasons),
        card(run.document(), reasons),
        verdict(run.document(), reasons),
        directory.logLines(),
        reasons);
  }

  private void requireSame(RunDocument document, ImageData images) {
    document.requireSameClasses(images, images.description(), directory.path());
    if (images.validation().size() != document.validationExamples()) {
      throw new RunException(
          "%s has %d validation images, the run %s was measured on %d: name the data that it was trained on"
              .formatted(
                  images.description(),
                  images.validation().size(),
                  directory.path(),
                  document.validationExamples()));
    }
  }

  private Optional<EvaluationDocument> evaluation(RunRecord run, Map<Part, String> reasons) {
    if (run.best().isEmpty()) {
      reasons.put(Part.EVALUATION, "No epoch was finished, so that there is nothing to measure.");
      return Optional.empty();
    }
    int best = run.best().get().epoch();
    try {
      Optional<EvaluationDocument> present =
          directory.evaluation().filter(document -> document.epoch() == best);
      if (present.isEmpty() && data.isPresent()) {
        EvaluationDocument measured = measured(data.get());
        directory.write(measured);
        return Optional.of(measured);
      }
      if (present.isEmpty()) {
        reasons.put(
            Part.EVALUATION,
            "Epoch %d was not measured class by class, as the run has not ended. With the images it is measured now: recipe4j report RUN --data DIR."
                .formatted(best));
      }
      return present;
    } catch (RunException | DataException e) {
      reasons.put(Part.EVALUATION, "Not measured class by class: " + e.getMessage());
      return Optional.empty();
    }
  }

  private EvaluationDocument measured(ImageData images) {
    int threads = Runtime.getRuntime().availableProcessors();
    try (BestEpoch best =
        BestEpoch.open(directory.path(), Engines.automatic(), Math.max(1, threads - 1))) {
      RunDocument document = best.document();
      return new EvaluationDocument(
          best.epoch(),
          document.classNames(),
          best.examine(images.validation(), Chains.evaluation(document.recipe()), threads));
    }
  }

  private Map<Integer, Image> mistakes(
      Optional<EvaluationDocument> evaluation, Map<Part, String> reasons) {
    Map<Integer, Image> pictures = new HashMap<>();
    if (evaluation.isEmpty() || evaluation.get().evaluation().mistakes().isEmpty()) {
      return pictures;
    }
    if (data.isEmpty()) {
      reasons.put(Part.MISTAKES, WITHOUT_DATA);
      return pictures;
    }
    Examples validation = data.get().validation();
    for (Mistake mistake : evaluation.get().evaluation().mistakes()) {
      if (mistake.index() < validation.size()
          && validation.name(mistake.index()).equals(mistake.name())) {
        try {
          pictures.put(mistake.index(), validation.image(mistake.index()));
        } catch (DataException e) {
          reasons.put(Part.MISTAKES, "A picture cannot be shown: " + e.getMessage());
        }
      } else {
        reasons.put(Part.MISTAKES, "Some images of the data have other names than in the run.");
      }
    }
    return pictures;
  }

  private List<Sample> samples(RunRecord run, Map<Part, String> reasons) {
    if (data.isEmpty()) {
      reasons.put(Part.SAMPLES, WITHOUT_DATA);
      return List.of();
    }
    RecipeSpec recipe = run.document().recipe();
    Optional<Pipeline> same = pipeline.filter(compiled -> compiled.recipe().equals(recipe));
    boolean hasOwn = recipe.components().stream().anyMatch(OpenComponent.class::isInstance);
    if (same.isEmpty() && hasOwn) {
      reasons.put(
          Part.SAMPLES, "The recipe has components of its own, and is not on the class path.");
      return List.of();
    }
    int epoch = Math.max(1, run.history().size());
    try {
      return AugmentationPreview.rows(
              same.orElseGet(() -> Pipeline.of(recipe)),
              data.get(),
              recipe.recipe().seed(),
              epoch,
              SAMPLES)
          .stream()
          .map(RunReport::sample)
          .toList();
    } catch (DataException e) {
      reasons.put(Part.SAMPLES, "Not drawn: " + e.getMessage());
      return List.of();
    }
  }

  private static Sample sample(AugmentationPreview.Row row) {
    return new Sample(
        row.title(),
        row.pictures().stream().map(p -> new Sample.Picture(p.caption(), p.image())).toList());
  }

  private Optional<String> card(RunDocument document, Map<Part, String> reasons) {
    Optional<String> card = pipeline.flatMap(Card::of);
    if (card.isEmpty()) {
      reasons.put(
          Part.CARD,
          "The card of %s is not on the class path.".formatted(document.recipe().recipe().id()));
    } else if (!document.settings().isEmpty()) {
      reasons.put(Part.CARD, "The card is that of the compiled recipe, without what was set.");
    }
    return card;
  }

  /** The rules are asked again: a run does not keep what they said. */
  private Optional<Verdict> verdict(RunDocument document, Map<Part, String> reasons) {
    RecipeSpec recipe = document.recipe();
    Optional<Verdict> compiled =
        pipeline
            .map(
                known ->
                    known.recipe().equals(recipe)
                        ? RuleEngine.check(known.declaration())
                        : ConfiguredPipeline.check(known, document.settings()))
            .filter(verdict -> verdict.recipe().filter(recipe::equals).isPresent());
    if (compiled.isPresent()) {
      return compiled;
    }
    reasons.put(
        Part.FINDINGS,
        pipeline.isPresent()
            ? "The recipe has changed since; these are the findings of the one that was trained, without its accepts."
            : "The recipe is not on the class path; these are its findings, without its accepts.");
    return Optional.of(
        RuleEngine.check(SpecReader.declare(recipe.recipe().id(), recipe, List.of())));
  }
}
