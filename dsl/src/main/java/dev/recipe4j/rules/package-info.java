/** The rules that a recipe must keep, and the engine that applies them. */
@NullMarked
package dev.recipe4j.rules;

import org.jspecify.annotations.NullMarked;
