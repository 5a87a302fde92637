package dev.recipe4j.declaration;

import java.util.List;

/**
 * A class or interface with the components that its annotations bring, composed annotations
 * expanded in place, before anything is inherited. Origins are seen from this class: distance 0.
 *
 * @param name simple name
 * @param components in source order, {@code @Recipe} among them if present
 * @param acceptances its accepts in source order
 * @param without slots that it does not inherit
 * @param parents superclass and interfaces that carry components, in source order
 */
public record DeclaredType(
    String name,
    List<DeclaredComponent> components,
    List<Acceptance> acceptances,
    List<Emptying> without,
    List<DeclaredType> parents) {
  /** A class that empties no slot. */
  public DeclaredType(
      String name,
      List<DeclaredComponent> components,
      List<Acceptance> acceptances,
      List<DeclaredType> parents) {
    this(name, components, acceptances, List.of(), parents);
  }

  public DeclaredType {
    components = List.copyOf(components);
    acceptances = List.copyOf(acceptances);
    without = List.copyOf(without);
    parents = List.copyOf(parents);
  }
}
