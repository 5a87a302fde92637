package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.Batch;
import dev.recipe4j.spec.LearningRate;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;

/** Says what the batch and the peak learning rate amount to. */
final class EffectiveBatch extends RateCheck {
  EffectiveBatch() {
    super(Rule.EFFECTIVE_BATCH, List.of(Slot.BATCH, Slot.LEARNING_RATE, Slot.OPTIMIZER), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    Batch batch = recipe.spec().batch();
    if (!batch.isDivisible()) {
      return List.of();
    }
    return List.of(
        finding(
            recipe.member(Slot.BATCH, "value"),
            "batch %d = %s x %d x %d; peak lr %s"
                .formatted(
                    batch.value(),
                    Decimals.count(batch.devices(), "device"),
                    batch.accumulate(),
                    batch.shard(),
                    peak(recipe.spec())),
            ""));
  }

  private static String peak(RecipeSpec recipe) {
    LearningRate lr = recipe.learningRate();
    String peak = Decimals.show(recipe.peak());
    if (lr.reference().isEmpty() || lr.referenceBatch().isEmpty()) {
      return peak + ", as written";
    }
    String reference = Decimals.show(lr.reference().getAsDouble());
    String ratio = Decimals.show(lr.ratio(recipe.batch()).getAsDouble());
    String product =
        switch (lr.scalingFor(recipe.optimizer())) {
          case SQUARE_ROOT -> "%s x sqrt(%s)".formatted(reference, ratio);
          case NONE -> reference + ", not scaled";
          default -> "%s x %s".formatted(reference, ratio);
        };
    double expected = lr.expected(recipe.batch(), recipe.optimizer()).getAsDouble();
    return Decimals.same(expected, recipe.peak())
        ? "%s = %s".formatted(peak, product)
        : "%s, as written, against %s = %s".formatted(peak, Decimals.show(expected), product);
  }
}
