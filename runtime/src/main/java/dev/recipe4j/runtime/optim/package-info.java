/** The update that a gradient makes to the flat parameter vector. */
@NullMarked
package dev.recipe4j.runtime.optim;

import org.jspecify.annotations.NullMarked;
