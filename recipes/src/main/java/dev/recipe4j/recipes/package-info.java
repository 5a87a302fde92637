/** Published recipes by data set, listed for the command line. */
@NullMarked
@RecipeCatalog
package dev.recipe4j.recipes;

import dev.recipe4j.RecipeCatalog;
import org.jspecify.annotations.NullMarked;
