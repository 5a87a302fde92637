package dev.recipe4j.rules;

import dev.recipe4j.LearningRate.Scaling;
import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.Batch;
import dev.recipe4j.spec.LearningRate;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;

/**
 * The reference batch is the total, not the share of one device (mmpretrain issue 1763). Answers
 * instead of {@link LrBatchScaling}.
 */
final class ReferenceIsPerDevice extends RateCheck {
  ReferenceIsPerDevice() {
    super(
        Rule.REFERENCE_IS_PER_DEVICE,
        List.of(Slot.BATCH, Slot.LEARNING_RATE, Slot.OPTIMIZER),
        List.of());
  }

  /** Whether the reference batch looks like the share of one device. */
  static boolean applies(RecipeSpec spec) {
    Batch batch = spec.batch();
    LearningRate lr = spec.learningRate();
    return batch.shards() > 1
        && batch.isDivisible()
        && lr.scalingFor(spec.optimizer()) != Scaling.NONE
        && lr.peak().isPresent()
        && lr.reference().isPresent()
        && lr.referenceBatch().isPresent()
        && lr.referenceBatch().getAsInt() == batch.shard()
        && Decimals.same(lr.peak().getAsDouble(), lr.reference().getAsDouble());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    if (!applies(recipe.spec())) {
      return List.of();
    }
    Batch batch = recipe.spec().batch();
    String peak = Decimals.show(recipe.spec().peak());
    return List.of(
        finding(
            recipe.member(Slot.LEARNING_RATE, "referenceBatch"),
            "reference batch %d is the share of one device of batch %d = %d x %d x %d, and peak %s is"
                    .formatted(
                        batch.shard(),
                        batch.value(),
                        batch.devices(),
                        batch.accumulate(),
                        batch.shard(),
                        peak)
                + " the reference: did you mean the total",
            "write referenceBatch = %d, the total; or drop 'peak' if %s is known for %d examples in all"
                .formatted(batch.value(), peak, batch.shard())));
  }
}
