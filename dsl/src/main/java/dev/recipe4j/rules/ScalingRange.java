package dev.recipe4j.rules;

import dev.recipe4j.LearningRate.Scaling;
import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.LearningRate;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;

/**
 * The batch is within 32 times the reference batch, up or down: the range in which the scaling of
 * the learning rate was tested (Goyal et al., arXiv 1706.02677: 256 to 8192).
 */
final class ScalingRange extends RateCheck {
  ScalingRange() {
    super(Rule.SCALING_RANGE, List.of(Slot.BATCH, Slot.LEARNING_RATE, Slot.OPTIMIZER), List.of());
  }

  private static final long TESTED = 32;

  @Override
  List<Finding> findings(Subject recipe) {
    RecipeSpec spec = recipe.spec();
    LearningRate lr = spec.learningRate();
    if (lr.referenceBatch().isEmpty() || lr.scalingFor(spec.optimizer()) == Scaling.NONE) {
      return List.of();
    }
    long reference = lr.referenceBatch().getAsInt();
    long batch = spec.batch().value();
    if (batch <= TESTED * reference && reference <= TESTED * batch) {
      return List.of();
    }
    boolean isLarge = batch > reference;
    return List.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.BATCH, "value"),
                recipe.member(Slot.LEARNING_RATE, "referenceBatch")),
            "batch %d is %s the reference batch %d: scaling was tested up to a factor of %d"
                .formatted(
                    batch,
                    isLarge
                        ? Decimals.show(Decimals.divide(batch, reference)) + " times"
                        : "1/%s of".formatted(Decimals.show(Decimals.divide(reference, batch))),
                    reference,
                    TESTED),
            isLarge
                ? "set the batch to %d or less, or give a reference for a larger batch"
                    .formatted(TESTED * reference)
                : "set the batch to %d or more, or give a reference for a smaller batch"
                    .formatted((reference + TESTED - 1) / TESTED)));
  }
}
