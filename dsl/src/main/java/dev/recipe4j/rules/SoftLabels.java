package dev.recipe4j.rules;

import dev.recipe4j.Slot;
import dev.recipe4j.declaration.DeclaredComponent;
import java.util.ArrayList;
import java.util.List;

/** What makes distributions over the classes of the labels of a recipe. */
final class SoftLabels {
  private SoftLabels() {}

  /** The components that soften labels, in the order of their slots. */
  static List<DeclaredComponent> makers(Subject recipe) {
    List<DeclaredComponent> makers = new ArrayList<>();
    if (recipe.spec().smoothing() > 0) {
      makers.add(recipe.component(Slot.SMOOTHING));
    }
    makers.addAll(recipe.declaration().findAll(Slot.MIX));
    return makers;
  }

  /** A component with its strength in words: {@code @Mixup with alpha 0.2}. */
  static String show(DeclaredComponent maker) {
    String strength = maker.slot() == Slot.MIX ? "alpha" : "value";
    return "@%s with %s %s".formatted(maker.annotation(), strength, maker.member(strength).show());
  }
}
