package dev.recipe4j.declaration;

import dev.recipe4j.Slot;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * One component as declared: an annotation with all its members, written or defaulted.
 *
 * @param slot the slot it fills
 * @param annotation simple name of its annotation type
 * @param members in the order of the annotation type
 * @param origin where it comes from
 */
public record DeclaredComponent(
    Slot slot, String annotation, List<DeclaredMember> members, Origin origin)
    implements Positioned {
  public DeclaredComponent {
    members = List.copyOf(members);
  }

  /** The member of the given name. */
  public DeclaredMember member(String name) {
    return members.stream()
        .filter(member -> member.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("@" + annotation + " has no " + name));
  }

  /** Whether both say the same, wherever they come from. */
  public boolean saysTheSameAs(DeclaredComponent other) {
    return slot == other.slot
        && annotation.equals(other.annotation)
        && values().equals(other.values());
  }

  private List<Object> values() {
    return members.stream().map(DeclaredMember::value).toList();
  }
}
