package dev.recipe4j.spec;

import java.util.OptionalDouble;

/**
 * Batch blending.
 *
 * @see dev.recipe4j.Mixup
 */
public record Mixup(double alpha, OptionalDouble probability) implements Mix {}
