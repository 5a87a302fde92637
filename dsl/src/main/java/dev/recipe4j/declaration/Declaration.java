package dev.recipe4j.declaration;

import dev.recipe4j.Slot;
import java.util.List;
import java.util.Optional;

/**
 * A recipe as declared, inheritance resolved: what the rules read. A slot in conflict has no
 * component here.
 *
 * @param name simple name of the recipe class
 * @param site what carries the recipe
 * @param recipe the {@code @Recipe} in force: the leaf's own, with the members inherited that it
 *     leaves out
 * @param components in force, as many for each slot as it takes, {@code recipe} first
 * @param conflicts slots filled more than once
 * @param acceptances own and inherited accepts
 * @param idle slots that {@code @Without} names on the leaf although no parent fills them, or the
 *     leaf does itself
 */
public record Declaration(
    String name,
    Site site,
    DeclaredComponent recipe,
    List<DeclaredComponent> components,
    List<Conflict> conflicts,
    List<Acceptance> acceptances,
    List<Emptying> idle) {

  /**
   * Components that compete for one slot.
   *
   * @param kind why neither wins
   * @param components two or more
   */
  public record Conflict(Kind kind, List<DeclaredComponent> components) {
    /** Why neither wins. */
    public enum Kind {
      /** Written side by side on one class. */
      DUPLICATE,
      /** From two parents, or composed at equal depth. */
      AMBIGUOUS
    }

    public Conflict {
      components = List.copyOf(components);
    }

    /** The contested slot. */
    public Slot slot() {
      return components.get(0).slot();
    }
  }

  public Declaration {
    components = List.copyOf(components);
    conflicts = List.copyOf(conflicts);
    acceptances = List.copyOf(acceptances);
    idle = List.copyOf(idle);
  }

  /**
   * The component in force in the slot, the first where there are several. A user's own counts only
   * where the slot is open to one.
   */
  public Optional<DeclaredComponent> find(Slot slot) {
    return findAll(slot).stream().findFirst();
  }

  /** Whether a value is set for one run. */
  public boolean hasSettings() {
    return components.stream()
        .flatMap(component -> component.members().stream())
        .anyMatch(member -> member.origin().isSetting());
  }

  /** As {@link #find}, all of them. */
  public List<DeclaredComponent> findAll(Slot slot) {
    return components.stream().filter(c -> c.slot() == slot && mayFill(c, slot)).toList();
  }

  private static boolean mayFill(DeclaredComponent component, Slot slot) {
    return component.implementation().isEmpty() || slot.isOpen();
  }

  /** Whether several components compete for the slot, or one that may not fill it stands in it. */
  public boolean isContested(Slot slot) {
    return conflicts.stream().anyMatch(conflict -> conflict.slot() == slot)
        || components.stream().anyMatch(c -> c.slot() == slot && !mayFill(c, slot));
  }
}
