package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The values that a numeric member of a component may take; for an array, each of its elements.
 * Infinite and undefined numbers are never allowed.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Range {
  /** The value must be greater than this. */
  double above() default Double.NEGATIVE_INFINITY;

  /** The value must be this or greater. */
  double atLeast() default Double.NEGATIVE_INFINITY;

  /** The value must be less than this. */
  double below() default Double.POSITIVE_INFINITY;

  /** The value must be this or less. */
  double atMost() default Double.POSITIVE_INFINITY;

  /** The only values allowed; empty if any value in the interval is. */
  double[] oneOf() default {};
}
