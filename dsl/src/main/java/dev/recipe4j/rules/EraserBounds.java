package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.spec.GridMask;
import dev.recipe4j.spec.RandomErasing;
import java.util.List;

/** The lower bound of what an eraser erases is not above its upper bound. */
final class EraserBounds extends Check {
  EraserBounds() {
    super(Rule.VALUE_RANGE, List.of(Slot.ERASE), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    boolean isCrossed =
        recipe
            .spec()
            .find(Slot.ERASE, RandomErasing.class)
            .filter(eraser -> Decimals.exceeds(eraser.minArea(), eraser.maxArea()))
            .isPresent();
    if (isCrossed) {
      return List.of(finding(recipe, "minArea", "maxArea", "greater than"));
    }
    boolean isEmpty =
        recipe
            .spec()
            .find(Slot.ERASE, GridMask.class)
            .filter(mask -> mask.d1() >= mask.d2())
            .isPresent();
    return isEmpty ? List.of(finding(recipe, "d1", "d2", "not below")) : List.of();
  }

  private Finding finding(Subject recipe, String lower, String upper, String relation) {
    DeclaredMember min = recipe.member(Slot.ERASE, lower);
    DeclaredMember max = recipe.member(Slot.ERASE, upper);
    return finding(
        Subject.nearest(min, max),
        "%s %s is %s %s %s".formatted(lower, min.show(), relation, upper, max.show()),
        "write %s below %s, or %s above %s".formatted(lower, max.show(), upper, min.show()));
  }
}
