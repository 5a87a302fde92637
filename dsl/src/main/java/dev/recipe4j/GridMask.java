package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets bands of a grid to 0 after normalisation: the period {@code d} is uniform from {@code d1} to
 * {@code d2 - 1}, a band is {@code d * ratio} wide. The probability rises linearly from 0 to 1 over
 * {@code rampEpochs}.
 *
 * @see "Training tricks §7; Chen et al., arXiv 2001.04086"
 */
@ComponentOf(Slot.ERASE)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GridMask {
  /** Smallest period in pixels, at least 2, below {@code d2}. */
  @Range(atLeast = 2)
  int d1() default 96;

  /** Bound of the period in pixels, exclusive. */
  @Range(atLeast = 2)
  int d2() default 224;

  /** Width of a band as a share of the period, greater than 0 and below 1. */
  @Range(above = 0, below = 1)
  double ratio() default 0.5;

  /**
   * Epochs until the full probability, at least 1. Not written: the smaller of 240 and the epochs
   * of the recipe.
   */
  @Range(atLeast = 1)
  int rampEpochs() default 240;
}
