/** Published weights that recipes start from. */
@NullMarked
package dev.recipe4j.recipes.weights;

import org.jspecify.annotations.NullMarked;
