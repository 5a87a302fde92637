/** Recipes for ${data}. */
@RecipeCatalog
package ${package};

import dev.recipe4j.RecipeCatalog;
