/** What was written in a recipe class and where, before it is given a meaning. */
@NullMarked
package dev.recipe4j.declaration;

import org.jspecify.annotations.NullMarked;
