/** Tests of the processors: sources compiled in process with javac and with ECJ. */
@NullMarked
package dev.recipe4j.processor;

import org.jspecify.annotations.NullMarked;
