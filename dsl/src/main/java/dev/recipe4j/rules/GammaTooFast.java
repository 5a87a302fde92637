package dev.recipe4j.rules;

import dev.recipe4j.Per;
import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.ExponentialDecay;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * An exponential decay leaves a learning rate to train with. A usual factor an epoch, as the 0.98
 * of MobileNetV2 (Sandler et al., arXiv 1801.04381), is over within the first epoch if it applies
 * at every update.
 */
final class GammaTooFast extends Check {
  GammaTooFast() {
    super(
        Rule.GAMMA_TOO_FAST,
        List.of(Slot.RECIPE, Slot.SCHEDULE),
        List.of(Slot.WARMUP, Slot.BATCH, Slot.DATASET));
  }

  /** The share of the peak from which on nothing is learnt. */
  private static final double NOTHING = 1e-4;

  @Override
  List<Finding> findings(Subject recipe) {
    RecipeSpec spec = recipe.spec();
    OptionalDouble shift = Lengths.shift(spec);
    OptionalLong updates = spec.updatesPerEpoch();
    if (!(spec.schedule() instanceof ExponentialDecay decay) || shift.isEmpty()) {
      return List.of();
    }
    if (decay.per() == Per.STEP && updates.isEmpty()) {
      return List.of();
    }
    double perEpoch = decay.per() == Per.STEP ? updates.getAsLong() : 1;
    Pace pace = new Pace(decay, perEpoch, shift.getAsDouble(), spec.recipe().epochs());
    return pace.isTooFast(decay.gamma()) ? List.of(finding(recipe, pace)) : List.of();
  }

  /**
   * How fast a decay falls.
   *
   * @param perEpoch how often the factor applies in an epoch
   * @param shift epochs before the first time
   * @param epochs of training
   */
  private record Pace(ExponentialDecay decay, double perEpoch, double shift, int epochs) {
    /** How often the factor applies until the learning rate is below {@link #NOTHING}. */
    private static double times(double gamma) {
      double exact = Math.log(NOTHING) / Math.log(gamma);
      return Decimals.same(exact, Math.rint(exact)) ? Math.rint(exact) + 1 : Math.ceil(exact);
    }

    boolean isTooFast(double gamma) {
      return Decimals.exceeds(epochs / 2.0, end(times(gamma)));
    }

    /** The epoch in which the factor has been applied so often. */
    double end(double times) {
      return shift + times / perEpoch;
    }

    /** About the factor that reaches {@link #NOTHING} where training ends. */
    double slower() {
      double left = (epochs - shift) * perEpoch;
      double part = Decimals.rounded(-Math.expm1(Math.log(NOTHING) / left), DIGITS);
      return Decimals.plus(1, -part);
    }

    private static final int DIGITS = 2;
  }

  private Finding finding(Subject recipe, Pace pace) {
    ExponentialDecay decay = pace.decay();
    boolean isPerStep = decay.per() == Per.STEP;
    double times = Pace.times(decay.gamma());
    Pace perEpoch = new Pace(decay, 1, pace.shift(), pace.epochs());
    boolean isMistaken = isPerStep && !perEpoch.isTooFast(decay.gamma());
    String slower = "write gamma = %s or more".formatted(Decimals.show(pace.slower()));
    return finding(
        Subject.nearest(
            recipe.member(Slot.SCHEDULE, isMistaken ? "per" : "gamma"),
            recipe.member(Slot.RECIPE, "epochs")),
        "gamma %s per %s takes the learning rate below 1e-4 of the peak after %s, at epoch %s of %d%s"
            .formatted(
                Decimals.show(decay.gamma()),
                isPerStep ? "step" : "epoch",
                Decimals.count(times, isPerStep ? "step" : "epoch"),
                Decimals.show(Lengths.rounded(pace.end(times))),
                pace.epochs(),
                isMistaken ? ": did you mean per epoch" : ""),
        isMistaken ? "write per = Per.EPOCH, or " + slower.replace("write ", "") : slower);
  }
}
