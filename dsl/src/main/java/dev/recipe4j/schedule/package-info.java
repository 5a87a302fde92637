/** The learning-rate curve as one pure function of the update. */
@NullMarked
package dev.recipe4j.schedule;

import org.jspecify.annotations.NullMarked;
