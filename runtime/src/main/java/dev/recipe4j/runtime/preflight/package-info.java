/** What is tried out before a run: whether it can work, and at which learning rate. */
@NullMarked
package dev.recipe4j.runtime.preflight;

import org.jspecify.annotations.NullMarked;
