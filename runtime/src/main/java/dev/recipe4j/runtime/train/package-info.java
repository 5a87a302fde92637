/** The training loop and what it leaves in a run directory. */
@NullMarked
package dev.recipe4j.runtime.train;

import org.jspecify.annotations.NullMarked;
