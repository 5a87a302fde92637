package dev.recipe4j.declaration;

import java.util.List;

/**
 * A class or interface with the components that its annotations bring, composed annotations
 * expanded in place, before anything is inherited. Origins are seen from this class: distance 0.
 *
 * @param name simple name
 * @param components in source order, {@code @Recipe} among them if present
 * @param acceptances its accepts in source order
 * @param parents superclass and interfaces that carry components, in source order
 */
public record DeclaredType(
    String name,
    List<DeclaredComponent> components,
    List<Acceptance> acceptances,
    List<DeclaredType> parents) {
  public DeclaredType {
    components = List.copyOf(components);
    acceptances = List.copyOf(acceptances);
    parents = List.copyOf(parents);
  }
}
