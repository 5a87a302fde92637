package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every boundary of a piecewise decay comes before the end of training. */
final class BoundaryUnreached extends LengthCheck {
  BoundaryUnreached() {
    super(Rule.BOUNDARY_UNREACHED, List.of(Slot.RECIPE, Slot.SCHEDULE), List.of(Slot.WARMUP));
  }

  /** Whether training ends before a boundary, as far as is known. */
  static boolean applies(RecipeSpec recipe) {
    return Boundaries.of(recipe).filter(boundaries -> !pushed(boundaries).isEmpty()).isPresent();
  }

  /** The boundaries that are not reached, those included that only the warm-up delays so far. */
  private static List<Integer> pushed(Boundaries boundaries) {
    double shift = boundaries.shift().orElse(0);
    double end = boundaries.training().orElse(Double.POSITIVE_INFINITY);
    return boundaries.at().stream().filter(at -> at + shift >= end).toList();
  }

  @Override
  List<Finding> findings(Subject recipe) {
    Optional<Boundaries> boundaries = Boundaries.of(recipe.spec());
    if (boundaries.isEmpty() || pushed(boundaries.get()).isEmpty()) {
      return List.of();
    }
    return List.of(finding(recipe, boundaries.get()));
  }

  private Finding finding(Subject recipe, Boundaries boundaries) {
    double end = boundaries.training().getAsDouble();
    List<Integer> beyond = boundaries.at().stream().filter(at -> at >= end).toList();
    return beyond.isEmpty() ? delayed(recipe, boundaries) : beyond(recipe, boundaries, beyond);
  }

  private Finding delayed(Subject recipe, Boundaries boundaries) {
    double end = boundaries.training().getAsDouble();
    double shift = boundaries.shift().getAsDouble();
    List<Integer> pushed = pushed(boundaries);
    return finding(
        Severity.WARNING,
        at(recipe, boundaries),
        "%s never reached in %s: the warm-up of %s delays %d to %s %s"
            .formatted(
                show(pushed),
                training(recipe, boundaries),
                Lengths.of(recipe.spec().warmup()),
                pushed.get(0),
                boundaries.unit(),
                Decimals.show(Lengths.rounded(pushed.get(0) + shift))),
        "train for more than %s, or move the boundary to %s %s or earlier"
            .formatted(
                Lengths.epochs(
                    Decimals.divide(
                        boundaries.last() + shift, boundaries.perEpoch().getAsDouble())),
                boundaries.unit(),
                Decimals.show(Math.ceil(end - shift) - 1)));
  }

  private Finding beyond(Subject recipe, Boundaries boundaries, List<Integer> beyond) {
    return finding(
        at(recipe, boundaries),
        "%s never reached in %s: the learning rate falls %d of %d times"
            .formatted(
                show(beyond),
                training(recipe, boundaries),
                boundaries.at().size() - pushed(boundaries).size(),
                boundaries.at().size()),
        fix(recipe, boundaries));
  }

  private static DeclaredMember at(Subject recipe, Boundaries boundaries) {
    DeclaredMember member = recipe.member(Slot.SCHEDULE, boundaries.decay().boundariesMember());
    DeclaredMember epochs = recipe.member(Slot.RECIPE, "epochs");
    return boundaries.areSteps()
        ? Subject.nearest(
            member,
            epochs,
            recipe.member(Slot.BATCH, "value"),
            recipe.member(Slot.DATASET, "trainExamples"))
        : Subject.nearest(member, epochs);
  }

  /** The length of the training in the unit of the boundaries, and in epochs. */
  private static String training(Subject recipe, Boundaries boundaries) {
    String epochs = Lengths.epochs(recipe.spec().recipe().epochs());
    return boundaries.areSteps()
        ? "%s (%s)".formatted(Lengths.steps((long) boundaries.training().getAsDouble()), epochs)
        : epochs;
  }

  private static String show(List<Integer> boundaries) {
    String list = boundaries.stream().map(String::valueOf).collect(Collectors.joining(" and "));
    return boundaries.size() == 1 ? "boundary " + list + " is" : "boundaries " + list + " are";
  }

  /**
   * The boundaries at the same share of the shorter training, if they stay apart, or a training
   * that reaches them. The training for which they were meant is taken to end one interval after
   * the last.
   */
  private static String fix(Subject recipe, Boundaries boundaries) {
    List<Integer> at = boundaries.at();
    long last = boundaries.last();
    long interval = at.size() == 1 ? last : last - at.get(at.size() - 2);
    long meant = last + interval;
    double perEpoch = boundaries.perEpoch().getAsDouble();
    String longer = "train for " + Lengths.epochs(Math.ceil(meant / perEpoch));
    double share = boundaries.training().getAsDouble() / meant;
    List<Long> scaled = at.stream().map(b -> Math.round(b * share)).distinct().toList();
    boolean usable = scaled.size() == at.size() && scaled.get(0) > 0;
    if (!usable) {
      return longer;
    }
    return "write %s = {%s} for %s, or %s"
        .formatted(
            boundaries.decay().boundariesMember(),
            scaled.stream().map(String::valueOf).collect(Collectors.joining(", ")),
            Lengths.epochs(recipe.spec().recipe().epochs()),
            longer);
  }
}
