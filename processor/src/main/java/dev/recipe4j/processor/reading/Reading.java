package dev.recipe4j.processor.reading;

import dev.recipe4j.declaration.Declaration;
import java.util.List;

/** What could be read of a recipe class in one round of processing. */
public sealed interface Reading {
  /**
   * Everything was read.
   *
   * @param declaration the recipe, inheritance resolved
   * @param positions where its parts are written
   */
  record Complete(Declaration declaration, Positions positions) implements Reading {}

  /**
   * Something that the recipe names does not exist, or not yet.
   *
   * @param missing what cannot be resolved, in words
   * @param position the {@code @Recipe} of the recipe class
   */
  record Incomplete(List<String> missing, Position position) implements Reading {
    public Incomplete {
      missing = List.copyOf(missing);
    }
  }
}
