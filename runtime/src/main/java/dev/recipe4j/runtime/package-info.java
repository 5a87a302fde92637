/** Training of a compiled recipe, and the trained model in a program. */
@NullMarked
package dev.recipe4j.runtime;

import org.jspecify.annotations.NullMarked;
