/** The recipe language: annotations that describe how an image classifier is trained. */
@NullMarked
package dev.recipe4j;

import org.jspecify.annotations.NullMarked;
