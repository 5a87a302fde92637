/** What a finished run says of its recipe: overfitted or underfitted, and what would help. */
@NullMarked
package dev.recipe4j.runtime.advice;

import org.jspecify.annotations.NullMarked;
