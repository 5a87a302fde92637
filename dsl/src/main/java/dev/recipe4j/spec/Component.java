package dev.recipe4j.spec;

import dev.recipe4j.Slot;

/**
 * One component of a recipe with its values. The records of this package mirror the annotations of
 * the same simple name in {@code dev.recipe4j}, member by member; a member that may be left out has
 * an optional type.
 */
public interface Component {
  /** The slot that the component fills. */
  Slot slot();
}
