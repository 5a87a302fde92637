/** The annotation processors: thin shells that read, check, report and generate. */
@NullMarked
package dev.recipe4j.processor;

import org.jspecify.annotations.NullMarked;
