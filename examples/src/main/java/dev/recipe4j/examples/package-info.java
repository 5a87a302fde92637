/** Programs that use recipes from Java. */
@NullMarked
package dev.recipe4j.examples;

import org.jspecify.annotations.NullMarked;
