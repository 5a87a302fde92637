/** Images on disk, in memory and in mini-batches. */
@NullMarked
package dev.recipe4j.runtime.data;

import org.jspecify.annotations.NullMarked;
