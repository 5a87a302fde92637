package dev.recipe4j.declaration;

import dev.recipe4j.Slot;

/**
 * A slot that {@code @Without} empties.
 *
 * @param slot the slot
 * @param origin where it comes from
 */
public record Emptying(Slot slot, Origin origin) implements Positioned {}
