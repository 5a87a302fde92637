/** Pre-processing of images. */
@NullMarked
package dev.recipe4j.runtime.augment;

import org.jspecify.annotations.NullMarked;
