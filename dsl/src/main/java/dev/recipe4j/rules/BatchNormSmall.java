package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.Batch;
import java.util.List;

/** Batch-norm statistics are taken of at least eight examples. */
final class BatchNormSmall extends Check {
  BatchNormSmall() {
    super(Rule.BATCH_NORM_SMALL, List.of(Slot.BATCH, Slot.MODEL, Slot.DATASET), List.of());
  }

  private static final int ENOUGH = 8;

  @Override
  List<Finding> findings(Subject recipe) {
    Batch batch = recipe.spec().batch();
    if (!batch.isDivisible()
        || batch.shard() >= ENOUGH
        || !recipe.spec().network().hasBatchNormalization()) {
      return List.of();
    }
    return List.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.BATCH, "value"),
                recipe.member(Slot.BATCH, "devices"),
                recipe.member(Slot.BATCH, "accumulate")),
            "batch normalisation sees %s, fewer than %d: batch %d = %d x %d x %d, and statistics are per shard"
                .formatted(
                    Decimals.count(batch.shard(), "example"),
                    ENOUGH,
                    batch.value(),
                    batch.devices(),
                    batch.accumulate(),
                    batch.shard()),
            "set the batch to %d or more%s"
                .formatted(
                    ENOUGH * batch.shards(),
                    batch.shards() > 1 ? ", or use fewer devices or less accumulation" : "")));
  }
}
