/** A network of a user's own, from its annotation to its training. */
@NullMarked
package dev.recipe4j.recipes.own;

import org.jspecify.annotations.NullMarked;
