package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.Ema;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.OptionalLong;

/**
 * A moving average of the weights forgets the start of training: its window of {@code 1 / (1 -
 * decay)} updates is a small part of all of them (yolov5 issue 4389).
 */
final class EmaWindow extends Check {
  EmaWindow() {
    super(Rule.EMA_WINDOW, List.of(Slot.RECIPE, Slot.DATASET, Slot.BATCH, Slot.EMA), List.of());
  }

  private static final double LARGE_SHARE = 0.3;
  private static final int DIGITS = 6;

  @Override
  List<Finding> findings(Subject recipe) {
    RecipeSpec spec = recipe.spec();
    OptionalLong perEpoch = spec.updatesPerEpoch();
    if (perEpoch.isEmpty()) {
      return List.of();
    }
    long updates = spec.recipe().epochs() * perEpoch.getAsLong();
    double decay = spec.find(Slot.EMA, Ema.class).orElseThrow().decay();
    double window = Decimals.divide(1, Decimals.plus(1, -decay));
    double largest = Decimals.times(LARGE_SHARE, updates);
    if (!Decimals.exceeds(window, largest)) {
      return List.of();
    }
    return List.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.EMA, "decay"),
                recipe.member(Slot.RECIPE, "epochs"),
                recipe.member(Slot.BATCH, "value"),
                recipe.member(Slot.DATASET, "trainExamples")),
            "an average with decay %s has a window of %s updates, %s of the %s of training, more than 30 %%"
                .formatted(
                    Decimals.show(decay),
                    Decimals.show(Decimals.rounded(window, DIGITS)),
                    Decimals.percent(window, updates),
                    Decimals.count(updates, "update")),
            "%s, or train for %s or more"
                .formatted(
                    shorter(largest),
                    Lengths.epochs(
                        Math.ceil(
                            Decimals.divide(
                                window, Decimals.times(LARGE_SHARE, perEpoch.getAsLong())))))));
  }

  /** The largest decay of three digits after the nines that is a window of usual length. */
  private static String shorter(double largest) {
    if (largest <= 1) {
      return "remove @Ema";
    }
    double forgotten = 1 / largest;
    double unit = Math.pow(10, Math.floor(Math.log10(forgotten)) - 2);
    double rounded = Decimals.rounded(Math.ceil(forgotten / unit) * unit, DIGITS);
    return "write decay = %s or less".formatted(Decimals.show(Decimals.plus(1, -rounded)));
  }
}
