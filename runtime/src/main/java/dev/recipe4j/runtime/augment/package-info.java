/** The way of an image from its file to its place in a batch, as a chain of typed stages. */
@NullMarked
package dev.recipe4j.runtime.augment;

import org.jspecify.annotations.NullMarked;
