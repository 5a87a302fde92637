package dev.recipe4j.declaration;

import java.util.Optional;

/**
 * The kind of program element that carries a {@code @Recipe}.
 *
 * @param fault why it cannot be a recipe, in words that follow "a recipe cannot be", or empty
 */
public record Site(Optional<String> fault) {
  /** A top-level or static nested, non-private, non-generic class or interface. */
  public static final Site SOUND = new Site(Optional.empty());
}
