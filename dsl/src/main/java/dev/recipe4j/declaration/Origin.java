package dev.recipe4j.declaration;

import java.util.Optional;

/**
 * Where something in a recipe comes from.
 *
 * @param declaredBy simple name of the class that carries it
 * @param distance steps of extension from the recipe to that class; 0 is the recipe itself, -1 a
 *     value that is set for one run, as if by a recipe that extends it
 * @param composedBy simple name of the composed annotation that brings it, as written on the class
 * @param depth steps of composition; 0 is an annotation written on the class itself
 */
public record Origin(String declaredBy, int distance, Optional<String> composedBy, int depth) {
  /** Written on the recipe itself. */
  public static Origin of(String recipe) {
    return new Origin(recipe, 0, Optional.empty(), 0);
  }

  /** Set for one run of the recipe. */
  static Origin ofSetting(String recipe) {
    return new Origin(recipe, -1, Optional.empty(), 0);
  }

  /** Whether it is written on the recipe itself or set for the run, not inherited. */
  public boolean isOwn() {
    return distance <= 0;
  }

  /** Whether it is not written at all but set for one run. */
  public boolean isSetting() {
    return distance < 0;
  }

  /** The same, seen from a class that extends the carrier by one more step. */
  public Origin inherited() {
    return new Origin(declaredBy, distance + 1, composedBy, depth);
  }
}
