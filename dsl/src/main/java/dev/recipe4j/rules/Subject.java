package dev.recipe4j.rules;

import dev.recipe4j.Slot;
import dev.recipe4j.declaration.Declaration;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.spec.RecipeSpec;
import java.util.Arrays;
import java.util.Comparator;
import java.util.NoSuchElementException;

/**
 * A recipe under check: what it says and where it was written.
 *
 * @param spec its values; contested slots are empty, and values may be out of range
 * @param declaration where they were written
 */
record Subject(RecipeSpec spec, Declaration declaration) {
  /** The component in force in the slot. */
  DeclaredComponent component(Slot slot) {
    return declaration
        .find(slot)
        .orElseThrow(() -> new NoSuchElementException("no component in slot " + slot));
  }

  /** A member of the component in the slot. */
  DeclaredMember member(Slot slot, String member) {
    return component(slot).member(member);
  }

  /**
   * Of several values that contradict each other, the one to point at: a written one before a
   * defaulted one, then the one nearest the leaf, then the first given.
   */
  static DeclaredMember nearest(DeclaredMember... members) {
    return Arrays.stream(members)
        .min(
            Comparator.comparing((DeclaredMember member) -> !member.written())
                .thenComparing(member -> member.origin().distance()))
        .orElseThrow();
  }
}
