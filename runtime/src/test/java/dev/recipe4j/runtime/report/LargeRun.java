package dev.recipe4j.runtime.report;

import dev.recipe4j.declaration.SpecReader;
import dev.recipe4j.network.Shape;
import dev.recipe4j.rules.RuleEngine;
import dev.recipe4j.runtime.Recipes;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.train.ConfusionMatrix;
import dev.recipe4j.runtime.train.EpochResult;
import dev.recipe4j.runtime.train.EpochTimes;
import dev.recipe4j.runtime.train.Evaluation;
import dev.recipe4j.runtime.train.EvaluationDocument;
import dev.recipe4j.runtime.train.Metrics;
import dev.recipe4j.runtime.train.Mistake;
import dev.recipe4j.runtime.train.RunDocument;
import dev.recipe4j.runtime.train.RunOutcome;
import dev.recipe4j.spec.Dataset;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A run of 300 epochs on 102 classes that never was, with as much of everything as a page may have:
 * pictures of noise, which compress worst, every class confused with every other, a full log.
 */
public final class LargeRun {
  static final int EPOCHS = 300;
  static final int CLASSES = 102;
  private static final int SIDE = 256;
  private static final int MISTAKES = 24;
  private static final Random RANDOM = new Random(3);

  private LargeRun() {}

  /** What its report shows. */
  public static ReportContent content() {
    RecipeSpec recipe =
        Recipes.spots(
            new Recipe("large", EPOCHS, 1, 1),
            new Dataset(
                Optional.empty(),
                CLASSES,
                OptionalInt.of(6120),
                OptionalInt.of(1020),
                OptionalInt.of(16),
                OptionalInt.empty(),
                1));
    List<String> names =
        IntStream.range(0, CLASSES)
            .mapToObj("a class with a rather long name, %d"::formatted)
            .toList();
    RunDocument document =
        new RunDocument(
            recipe,
            names,
            new Shape(1, 16, 16),
            "noise",
            6120,
            1020,
            "none",
            1,
            Map.of("java", "17"),
            "2026-01-01T00:00:00Z",
            List.of());
    RunRecord run =
        new RunRecord(
            "runs/large",
            document,
            new RunOutcome(RunOutcome.Kind.FINISHED, "finished 300 of 300 epochs"),
            history(recipe),
            times());
    Map<Integer, Image> pictures = new HashMap<>();
    IntStream.range(0, MISTAKES).forEach(i -> pictures.put(i, noise()));
    return new ReportContent(
        run,
        Optional.of(new EvaluationDocument(EPOCHS, names, evaluation())),
        pictures,
        samples(),
        Optional.of("# large\n\n| a | b |\n| --- | --- |\n" + "| value | 0.123 |\n".repeat(100)),
        Optional.of(RuleEngine.check(SpecReader.declare("large", recipe, List.of()))),
        IntStream.range(0, EPOCHS).mapToObj("2026-01-01T00:00:00 epoch %d"::formatted).toList(),
        Map.of());
  }

  private static List<EpochResult> history(RecipeSpec recipe) {
    List<EpochResult> rows = new ArrayList<>();
    long perEpoch = recipe.curve(6120).updatesPerEpoch();
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      long step = epoch * perEpoch;
      rows.add(
          new EpochResult(
              epoch,
              step,
              recipe.curve(6120).at(step - 1),
              RANDOM.nextDouble(),
              share(),
              share(),
              share(),
              share(),
              new TreeMap<>(Map.of(3, RANDOM.nextDouble(), 5, RANDOM.nextDouble())),
              RANDOM.nextDouble(),
              1000 * RANDOM.nextDouble()));
    }
    return rows;
  }

  private static OptionalDouble share() {
    return OptionalDouble.of(RANDOM.nextDouble());
  }

  private static List<EpochTimes> times() {
    return IntStream.rangeClosed(1, EPOCHS)
        .mapToObj(
            epoch ->
                new EpochTimes(
                    epoch,
                    RANDOM.nextDouble(),
                    RANDOM.nextDouble(),
                    RANDOM.nextDouble(),
                    RANDOM.nextDouble()))
        .toList();
  }

  private static Evaluation evaluation() {
    ConfusionMatrix confusion = new ConfusionMatrix(CLASSES);
    for (int label = 0; label < CLASSES; label++) {
      for (int predicted = 0; predicted < CLASSES; predicted++) {
        confusion.add(label, predicted, 1 + RANDOM.nextInt(label == predicted ? 900 : 9));
      }
    }
    List<Mistake> mistakes =
        IntStream.range(0, MISTAKES)
            .mapToObj(i -> new Mistake(i, "images/%d.jpg".formatted(i), i, i + 1, 9.5, 0.0001, 0.9))
            .toList();
    return new Evaluation(new Metrics(1, 0.5, new TreeMap<>()), confusion, mistakes);
  }

  private static List<Sample> samples() {
    return IntStream.range(0, 4)
        .mapToObj(
            i ->
                new Sample(
                    "sample " + i,
                    IntStream.range(0, 8)
                        .mapToObj(step -> new Sample.Picture("step " + step, noise()))
                        .toList()))
        .toList();
  }

  private static Image noise() {
    byte[] pixels = new byte[SIDE * SIDE * 3];
    RANDOM.nextBytes(pixels);
    return new Image(SIDE, SIDE, 3, pixels);
  }
}
