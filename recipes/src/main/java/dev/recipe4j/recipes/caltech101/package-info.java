/** Recipes for Caltech-101: transfer learning against training from scratch. */
@NullMarked
package dev.recipe4j.recipes.caltech101;

import org.jspecify.annotations.NullMarked;
