package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.data.DataFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A first recipe for somebody's images, as Java source: published weights fine-tuned where there
 * are colours enough to do so, a network from scratch otherwise (training-tricks §9).
 */
final class StarterRecipe {
  private static final String WEIGHTS = "KerasMobileNetV1x025";

  /** Below that side the network of the weights sees nothing but a blur. */
  private static final int SMALLEST_FOR_WEIGHTS = 64;

  private static final int USUAL_SIDE = 128;
  private static final int LARGEST_BATCH = 64;

  /** Batch normalisation of fewer is noise. */
  private static final int SMALLEST_BATCH = 8;

  private static final int UPDATES_PER_EPOCH = 8;

  /** Up to that many images what was learned before is easily forgotten. */
  private static final int FEW = 1_000;

  private final DataFacts facts;
  private final boolean isFineTuned;

  /**
   * A recipe.
   *
   * @param fromScratch whether no weights shall be used even where they could be
   */
  StarterRecipe(DataFacts facts, boolean fromScratch) {
    this.facts = facts;
    this.isFineTuned =
        !fromScratch && facts.channels() == 3 && facts.smallestSide() >= SMALLEST_FOR_WEIGHTS;
  }

  /** The weights that it starts from, if it does, which must be fetched. */
  Optional<String> weights() {
    return isFineTuned ? Optional.of(WEIGHTS) : Optional.empty();
  }

  /**
   * The whole file.
   *
   * @param packageName of the recipe and of the annotation of its data
   * @param annotation simple name of the annotation of its data
   */
  String source(String packageName, String annotation, String name) {
    List<String> lines = new ArrayList<>();
    lines.add("package %s;\n".formatted(packageName));
    lines.add("import dev.recipe4j.*;");
    if (isFineTuned) {
      lines.add("import dev.recipe4j.recipes.weights.%s;".formatted(WEIGHTS));
    }
    lines.add(
        isFineTuned
            ? "\n/** Fine-tunes ImageNet weights: a low rate for them, a higher one for the classifier. */"
            : "\n/** Trains from scratch. */");
    lines.add("@Recipe(epochs = %d)".formatted(isFineTuned ? 15 : 60));
    lines.addAll(network());
    lines.add("@" + annotation);
    lines.add("@Batch(%d)".formatted(batch()));
    lines.add(rate());
    lines.add("@Momentum(0.9)");
    lines.add("@LinearWarmup(epochs = 1)");
    lines.add("@CosineDecay");
    lines.add("@L2Decay(3e-5)");
    lines.addAll(crop());
    lines.add("@RandomFlip");
    lines.add("public interface %s {}\n".formatted(name));
    return String.join("\n", lines);
  }

  private List<String> network() {
    if (isFineTuned) {
      return List.of(
          "@MobileNetV1(width = 0.25, style = NetworkStyle.KERAS)",
          "@Pretrained(value = %s.class, headRateFactor = 10)".formatted(WEIGHTS));
    }
    return List.of(
        facts.smallestSide() < SMALLEST_FOR_WEIGHTS ? "@LeNet" : "@MobileNetV1(width = 0.25)");
  }

  /** The largest usual batch that leaves some updates in an epoch. */
  private int batch() {
    int batch = LARGEST_BATCH;
    while (batch > SMALLEST_BATCH && batch * UPDATES_PER_EPOCH > facts.trainExamples()) {
      batch /= 2;
    }
    return batch;
  }

  private String rate() {
    if (!isFineTuned) {
      return facts.smallestSide() < SMALLEST_FOR_WEIGHTS
          ? "@LearningRate(reference = 0.05, referenceBatch = 64)"
          : "@LearningRate(reference = 0.1, referenceBatch = 256)";
    }
    return facts.trainExamples() < FEW
        ? "@LearningRate(reference = 0.001, referenceBatch = 256)"
        : "@LearningRate(reference = 0.01, referenceBatch = 64)";
  }

  private List<String> crop() {
    if (facts.imageSize().isPresent() && facts.smallestSide() < SMALLEST_FOR_WEIGHTS) {
      return List.of();
    }
    int side = Math.min(USUAL_SIDE, facts.smallestSide());
    return List.of(
        "@RandomResizedCrop(value = %d, minScale = 0.35)".formatted(side),
        "@EvaluationCrop(resize = %1$d, crop = %1$d)".formatted(side));
  }
}
