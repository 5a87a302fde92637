package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.spec.EarlyStopping;
import dev.recipe4j.spec.RecipeSpec;
import dev.recipe4j.spec.StepDecay;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Early stopping can end the training, and not before the learning rate first falls, after which
 * the accuracy improves again (training tricks §2; Prechelt, Early stopping, but when?, 1998).
 */
final class EarlyStopDead extends LengthCheck {
  EarlyStopDead() {
    super(
        Rule.EARLY_STOP_DEAD,
        List.of(Slot.RECIPE, Slot.EARLY_STOPPING),
        List.of(Slot.SCHEDULE, Slot.WARMUP));
  }

  @Override
  List<Finding> findings(Subject recipe) {
    RecipeSpec spec = recipe.spec();
    int patience = spec.find(Slot.EARLY_STOPPING, EarlyStopping.class).orElseThrow().patience();
    int epochs = spec.recipe().epochs();
    if (patience >= epochs) {
      return List.of(never(recipe, patience, epochs));
    }
    return firstFall(recipe)
        // One that is not reached is the matter of BOUNDARY_UNREACHED or of FINAL_LR.
        .filter(fall -> Decimals.exceeds(fall.epoch(), patience))
        .filter(fall -> Math.ceil(fall.epoch()) < epochs)
        .map(fall -> early(recipe, patience, fall))
        .stream()
        .toList();
  }

  private Finding never(Subject recipe, int patience, int epochs) {
    return finding(
        Subject.nearest(
            recipe.member(Slot.EARLY_STOPPING, "patience"), recipe.member(Slot.RECIPE, "epochs")),
        "early stopping after %s without improvement never ends a training of %s"
            .formatted(Lengths.epochs(patience), Lengths.epochs(epochs)),
        "%s, or train for more than %s"
            .formatted(
                epochs > 1
                    ? "write patience = %d or less".formatted(epochs - 1)
                    : "remove @EarlyStopping",
                Lengths.epochs(patience)));
  }

  private Finding early(Subject recipe, int patience, Fall fall) {
    String epoch = Decimals.show(Lengths.rounded(fall.epoch()));
    return finding(
        Subject.nearest(recipe.member(Slot.EARLY_STOPPING, "patience"), fall.declared()),
        "early stopping after %s without improvement can end the training before the learning rate first falls, at epoch %s"
            .formatted(Lengths.epochs(patience), epoch),
        "write patience = %s or more, or let the learning rate fall by epoch %d"
            .formatted(Decimals.show(Math.ceil(fall.epoch())), patience));
  }

  /**
   * Where the learning rate first falls.
   *
   * @param epoch counted from the start of training
   * @param declared the member that says so
   */
  private record Fall(double epoch, DeclaredMember declared) {}

  /** Empty for schedules that fall all the time, or as long as it is not known. */
  private static Optional<Fall> firstFall(Subject recipe) {
    RecipeSpec spec = recipe.spec();
    Optional<StepDecay> steps = spec.find(Slot.SCHEDULE, StepDecay.class);
    OptionalDouble shift = Lengths.shift(spec);
    if (steps.isPresent() && shift.isPresent()) {
      double epoch = Decimals.plus(steps.get().everyEpochs(), shift.getAsDouble());
      return Optional.of(new Fall(epoch, recipe.member(Slot.SCHEDULE, "everyEpochs")));
    }
    return Boundaries.of(spec).flatMap(boundaries -> firstFall(recipe, boundaries));
  }

  private static Optional<Fall> firstFall(Subject recipe, Boundaries boundaries) {
    OptionalDouble shift = boundaries.shift();
    OptionalDouble perEpoch = boundaries.perEpoch();
    if (shift.isEmpty() || perEpoch.isEmpty()) {
      return Optional.empty();
    }
    double epoch =
        Decimals.divide(
            Decimals.plus(boundaries.first(), shift.getAsDouble()), perEpoch.getAsDouble());
    String member = boundaries.decay().boundariesMember();
    return Optional.of(new Fall(epoch, recipe.member(Slot.SCHEDULE, member)));
  }
}
