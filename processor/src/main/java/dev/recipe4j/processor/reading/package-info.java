/** From the compiler's elements and annotation mirrors to declarations with source positions. */
@NullMarked
package dev.recipe4j.processor.reading;

import org.jspecify.annotations.NullMarked;
