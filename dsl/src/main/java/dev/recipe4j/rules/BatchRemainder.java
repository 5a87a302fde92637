package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.Batch;
import java.util.List;
import java.util.OptionalInt;

/** Few examples are left out of each epoch. */
final class BatchRemainder extends Check {
  BatchRemainder() {
    super(Rule.BATCH_REMAINDER, List.of(Slot.BATCH, Slot.DATASET), List.of());
  }

  private static final long PARTS = 10;

  @Override
  List<Finding> findings(Subject recipe) {
    OptionalInt known = recipe.spec().dataset().trainExamples();
    Batch batch = recipe.spec().batch();
    if (known.isEmpty() || !batch.dropLast()) {
      return List.of();
    }
    int examples = known.getAsInt();
    if (examples < batch.value() || !isMuch(examples % batch.value(), examples)) {
      return List.of();
    }
    int left = examples % batch.value();
    return List.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.BATCH, "dropLast"),
                recipe.member(Slot.BATCH, "value"),
                recipe.member(Slot.DATASET, "trainExamples")),
            "dropLast leaves out %d of %d training examples each epoch, %s %%, more than 10 %%"
                .formatted(
                    left, examples, Decimals.show(Math.round(1000.0 * left / examples) / 10.0)),
            fix(examples, batch)));
  }

  private static boolean isMuch(long left, long examples) {
    return left * PARTS > examples;
  }

  /** A batch that makes one update more of the same examples, if it leaves out less. */
  private static String fix(int examples, Batch batch) {
    long updates = 1L + examples / batch.value();
    long shards = batch.shards();
    long smaller = examples / updates / shards * shards;
    boolean helps = smaller > 0 && !isMuch(examples % smaller, examples);
    return "drop 'dropLast'" + (helps ? ", or set the batch to " + smaller : "");
  }
}
