package dev.recipe4j.declaration;

/**
 * Something written in a recipe class, to which a finding can point. The compiler keeps the source
 * position of each by object identity.
 */
public sealed interface Positioned permits DeclaredComponent, DeclaredMember, Acceptance, Emptying {
  /** Where it comes from. */
  Origin origin();
}
