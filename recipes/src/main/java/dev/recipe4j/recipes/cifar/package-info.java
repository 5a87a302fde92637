/** Recipes for CIFAR-10. */
@NullMarked
package dev.recipe4j.recipes.cifar;

import org.jspecify.annotations.NullMarked;
