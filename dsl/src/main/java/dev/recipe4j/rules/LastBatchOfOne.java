package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.spec.Batch;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/**
 * No batch-norm statistics are taken of a single example (mmpretrain issue 1421). The last batch of
 * an epoch is cut into consecutive shards; the last of them counts.
 */
final class LastBatchOfOne extends Check {
  LastBatchOfOne() {
    super(Rule.LAST_BATCH_OF_ONE, List.of(Slot.BATCH, Slot.DATASET, Slot.MODEL), List.of());
  }

  private static final int NEIGHBOURS = 8;

  @Override
  List<Finding> findings(Subject recipe) {
    RecipeSpec spec = recipe.spec();
    Batch batch = spec.batch();
    OptionalInt examples = spec.dataset().trainExamples();
    boolean isKnown = examples.isPresent() && batch.isDivisible() && batch.shard() > 1;
    if (!isKnown
        || batch.dropLast()
        || lastShard(examples.getAsInt(), batch.value(), batch.shard()) != 1
        || !spec.network().hasBatchNormalization()) {
      return List.of();
    }
    int last = remainder(examples.getAsInt(), batch.value());
    return List.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.BATCH, "value"), recipe.member(Slot.DATASET, "trainExamples")),
            "the last batch of an epoch has %d of %d examples, and its last shard of %d has 1: batch normalisation of one example"
                .formatted(last, batch.value(), batch.shard()),
            fix(examples.getAsInt(), batch)));
  }

  private static int lastShard(int examples, int batch, int shard) {
    return remainder(remainder(examples, batch), shard);
  }

  /** Size of the last of consecutive parts. */
  private static int remainder(int whole, int part) {
    return (whole - 1) % part + 1;
  }

  private static String fix(int examples, Batch batch) {
    if (examples == 1) {
      return "train on more than one example";
    }
    return "write dropLast = true"
        + otherBatch(examples, batch).map(b -> ", or set the batch to " + b).orElse("");
  }

  /** The next batch whose last shard has more than one example. */
  private static Optional<Long> otherBatch(int examples, Batch batch) {
    return LongStream.rangeClosed(1, NEIGHBOURS)
        .map(more -> batch.value() + more * batch.shards())
        .filter(value -> value <= Integer.MAX_VALUE)
        .filter(value -> lastShard(examples, (int) value, (int) (value / batch.shards())) != 1)
        .boxed()
        .findFirst();
  }
}
