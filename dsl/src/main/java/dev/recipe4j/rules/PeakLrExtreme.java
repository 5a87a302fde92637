package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import java.util.List;

/** The peak learning rate is of a size at which networks have been trained. */
final class PeakLrExtreme extends RateCheck {
  PeakLrExtreme() {
    super(Rule.PEAK_LR_EXTREME, List.of(Slot.BATCH, Slot.LEARNING_RATE, Slot.OPTIMIZER), List.of());
  }

  private static final int USUAL_BATCH = 256;
  private static final double HIGHEST_SGD = 0.5;
  private static final double HIGHEST_ADAM = 0.01;

  @Override
  List<Finding> findings(Subject recipe) {
    double peak = recipe.spec().peak();
    int batch = recipe.spec().batch().value();
    return switch (recipe.spec().optimizer().family()) {
      case SGD -> {
        double times = Decimals.divide(batch, USUAL_BATCH);
        double usual = Decimals.divide(peak, times);
        double highest = Decimals.times(HIGHEST_SGD, times);
        yield judged(
            recipe,
            Decimals.exceeds(usual, HIGHEST_SGD),
            "peak learning rate %s at batch %d is %s at batch %d, above %s: training is likely to diverge"
                .formatted(
                    Decimals.show(peak),
                    batch,
                    Decimals.show(usual),
                    USUAL_BATCH,
                    Decimals.show(HIGHEST_SGD)),
            highest);
      }
      case ADAM ->
          judged(
              recipe,
              Decimals.exceeds(peak, HIGHEST_ADAM),
              "peak learning rate %s is above %s for an optimiser of the Adam family: training is likely to diverge"
                  .formatted(Decimals.show(peak), Decimals.show(HIGHEST_ADAM)),
              HIGHEST_ADAM);
      case OTHER -> List.of();
    };
  }

  private List<Finding> judged(Subject recipe, boolean fires, String message, double highest) {
    if (!fires) {
      return List.of();
    }
    return List.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.LEARNING_RATE, "peak"),
                recipe.member(Slot.LEARNING_RATE, "reference"),
                recipe.member(Slot.BATCH, "value")),
            message,
            "lower the learning rate so that the peak is %s or less"
                .formatted(Decimals.show(highest))));
  }
}
