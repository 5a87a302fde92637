package dev.recipe4j.rules;

import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.schedule.Warmup;
import dev.recipe4j.spec.RecipeSpec;
import java.util.OptionalDouble;

/** Lengths of time as messages say them, in epochs and in steps, which are optimiser updates. */
final class Lengths {
  /** Steps are seldom a round number of epochs. */
  private static final int DIGITS = 6;

  private Lengths() {}

  /** {@code 1 epoch}, {@code 2.5 epochs}. */
  static String epochs(double epochs) {
    return Decimals.count(rounded(epochs), "epoch");
  }

  /** {@code 1 step}, {@code 500 steps}. */
  static String steps(long steps) {
    return Decimals.count(steps, "step");
  }

  /** The length of a warm-up as it was written; steps in epochs too if that is known. */
  static String of(Warmup warmup) {
    if (warmup.steps() == 0) {
      return epochs(warmup.epochs());
    }
    String steps = steps(warmup.steps());
    return warmup.epochs() == 0 ? steps : "%s (%s)".formatted(steps, epochs(warmup.epochs()));
  }

  /**
   * Epochs by which the warm-up delays the schedule; empty if it is written in steps and the
   * updates of an epoch are not known.
   */
  static OptionalDouble shift(RecipeSpec recipe) {
    Warmup warmup = recipe.warmup();
    boolean isUnknown = warmup.shift() && warmup.steps() > 0 && warmup.epochs() == 0;
    return isUnknown ? OptionalDouble.empty() : OptionalDouble.of(warmup.shiftEpochs());
  }

  /** The member that says how long the warm-up lasts. */
  static DeclaredMember warmupMember(Subject recipe) {
    DeclaredMember steps = recipe.member(Slot.WARMUP, "steps");
    return steps.written() ? steps : recipe.member(Slot.WARMUP, "epochs");
  }

  /** To six digits, if it is a fraction. */
  static double rounded(double length) {
    return length == Math.rint(length) ? length : Decimals.rounded(length, DIGITS);
  }
}
