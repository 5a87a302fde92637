/** Runs that want advice, and the same with the advice followed: docs/advice.md. */
@NullMarked
package dev.recipe4j.recipes.advice;

import org.jspecify.annotations.NullMarked;
