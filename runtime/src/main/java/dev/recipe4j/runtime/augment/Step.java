package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Image;

/**
 * What one step of a chain makes of an image, to be looked at.
 *
 * @param name of the step
 * @param image after it
 */
public record Step(String name, Image image) {}
