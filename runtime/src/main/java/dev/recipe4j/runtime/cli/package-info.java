/** The command line. */
@NullMarked
package dev.recipe4j.runtime.cli;

import org.jspecify.annotations.NullMarked;
