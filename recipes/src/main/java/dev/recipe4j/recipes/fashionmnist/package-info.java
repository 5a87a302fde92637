/** Recipes for Fashion-MNIST, and the embedded part of it. */
@NullMarked
package dev.recipe4j.recipes.fashionmnist;

import org.jspecify.annotations.NullMarked;
