package dev.recipe4j.declaration;

import dev.recipe4j.Rule;

/**
 * An {@code @Accept} as declared.
 *
 * @param rule the rule whose finding is accepted
 * @param because the reason
 * @param origin where it comes from
 */
public record Acceptance(Rule rule, String because, Origin origin) implements Positioned {}
