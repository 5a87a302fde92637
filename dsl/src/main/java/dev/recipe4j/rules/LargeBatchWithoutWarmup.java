package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.Optimizer.Family;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.OptionalDouble;

/** SGD with a large batch starts with a warm-up (training tricks §2). */
final class LargeBatchWithoutWarmup extends RateCheck {
  LargeBatchWithoutWarmup() {
    super(
        Rule.LARGE_BATCH_WITHOUT_WARMUP,
        List.of(Slot.BATCH, Slot.LEARNING_RATE, Slot.OPTIMIZER),
        List.of(Slot.WARMUP));
  }

  private static final double LARGE_RATIO = 4;
  private static final int LARGE_BATCH = 1024;

  @Override
  List<Finding> findings(Subject recipe) {
    RecipeSpec spec = recipe.spec();
    OptionalDouble known = spec.learningRate().ratio(spec.batch());
    boolean isSgd = spec.optimizer().family() == Family.SGD;
    if (known.isEmpty() || !isSgd || spec.warmup().isPresent()) {
      return List.of();
    }
    double ratio = known.getAsDouble();
    int batch = spec.batch().value();
    boolean isLarge = ratio >= LARGE_RATIO || (batch >= LARGE_BATCH && Decimals.exceeds(ratio, 1));
    if (!isLarge) {
      return List.of();
    }
    return List.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.BATCH, "value"),
                recipe.member(Slot.LEARNING_RATE, "referenceBatch")),
            "batch %d is %s times the reference batch %d, and the learning rate starts at its peak %s"
                .formatted(
                    batch,
                    Decimals.show(ratio),
                    spec.learningRate().referenceBatch().getAsInt(),
                    Decimals.show(spec.peak())),
            "add @LinearWarmup(epochs = 5)"));
  }
}
