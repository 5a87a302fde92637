package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A learning rate that rises linearly from {@code startFactor * peak} to the peak over {@code W}
 * updates: {@code s0 + (peak - s0) * t / W}. The main schedule starts where the warm-up ends and is
 * shortened by it.
 *
 * @see "Training tricks §2: 5 epochs from 0 for large batches"
 */
@ComponentOf(Slot.WARMUP)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface LinearWarmup {
  /** Length in epochs, which may be a fraction; 0 is no warm-up. This or {@code steps}. */
  @Range(atLeast = 0)
  @Excludes("steps")
  double epochs() default 5.0;

  /** Length in optimiser updates, at least 1. */
  @Range(atLeast = 1)
  int steps() default 0;

  /** First learning rate as a share of the peak, at least 0 and below 1. */
  @Range(atLeast = 0)
  double startFactor() default 0;

  /**
   * Whether the main schedule starts at the end of the warm-up (PaddleClas); otherwise it runs from
   * the first update and the warm-up covers its beginning.
   */
  boolean shift() default true;
}
