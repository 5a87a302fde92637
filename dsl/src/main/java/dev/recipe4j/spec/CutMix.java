package dev.recipe4j.spec;

import java.util.OptionalDouble;

/**
 * Batch mixing.
 *
 * @see dev.recipe4j.CutMix
 */
public record CutMix(double alpha, OptionalDouble probability) implements Mix {}
