package dev.recipe4j.declaration;

import dev.recipe4j.Slot;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One component as declared: an annotation with all its members, written or defaulted.
 *
 * @param slot the slot it fills
 * @param annotation simple name of its annotation type
 * @param members in the order of the annotation type
 * @param origin where it comes from
 * @param implementation what executes it, if its annotation is a user's own; empty for those of the
 *     language
 */
public record DeclaredComponent(
    Slot slot,
    String annotation,
    List<DeclaredMember> members,
    Origin origin,
    Optional<Implementation> implementation)
    implements Positioned {
  /** A component of the language. */
  public DeclaredComponent(
      Slot slot, String annotation, List<DeclaredMember> members, Origin origin) {
    this(slot, annotation, members, origin, Optional.empty());
  }

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

  /** As Java source would have it, the members by name: {@code @ResNet(depth = 50, ...)}. */
  public String show() {
    String shown =
        members.stream()
            .sorted(Comparator.comparing(DeclaredMember::name))
            .map(member -> member.name() + " = " + member.show())
            .collect(Collectors.joining(", "));
    return "@" + annotation + (shown.isEmpty() ? "" : "(" + shown + ")");
  }

  /** Whether both say the same, wherever they come from. */
  public boolean saysTheSameAs(DeclaredComponent other) {
    return slot == other.slot
        && annotation.equals(other.annotation)
        && implementation.equals(other.implementation)
        && values().equals(other.values());
  }

  private List<Object> values() {
    return members.stream().map(DeclaredMember::value).toList();
  }
}
