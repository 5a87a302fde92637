package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Scales every channel of the input: {@code (x / 255 - mean) / std}, channels in the order red,
 * green, blue.
 */
@ComponentOf(Slot.NORMALIZE)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Normalize {
  /** Mean of each channel, on the scale 0 to 1. */
  @Range(atLeast = 0, atMost = 1)
  double[] mean();

  /** Standard deviation of each channel, on the scale 0 to 1; greater than 0. */
  @Range(above = 0)
  double[] std();
}
