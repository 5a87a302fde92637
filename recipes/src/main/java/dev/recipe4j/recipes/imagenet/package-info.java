/** Recipes for ImageNet-1k. */
@NullMarked
package dev.recipe4j.recipes.imagenet;

import org.jspecify.annotations.NullMarked;
