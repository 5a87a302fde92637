/** Decimal arithmetic on doubles, so that 0.1 x 0.1 is 0.01. */
@NullMarked
package dev.recipe4j.decimal;

import org.jspecify.annotations.NullMarked;
