package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.spec.Batch;
import java.util.List;

/** The batch is a whole number of shards of one size. */
final class BatchNotDivisible extends Check {
  BatchNotDivisible() {
    super(Rule.BATCH_NOT_DIVISIBLE, List.of(Slot.BATCH), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    Batch batch = recipe.spec().batch();
    if (batch.isDivisible()) {
      return List.of();
    }
    long shards = batch.shards();
    long below = batch.value() / shards * shards;
    long above = below + shards;
    return List.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.BATCH, "value"),
                recipe.member(Slot.BATCH, "devices"),
                recipe.member(Slot.BATCH, "accumulate")),
            "batch %d cannot be divided into %d devices x %d = %d shards of one size"
                .formatted(batch.value(), batch.devices(), batch.accumulate(), shards),
            below == 0
                ? "set the batch to %d or a multiple of it".formatted(above)
                : "set the batch to %d or %d".formatted(below, above)));
  }
}
