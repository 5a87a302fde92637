/** Benchmarks. */
@NullMarked
package dev.recipe4j.bench;

import org.jspecify.annotations.NullMarked;
