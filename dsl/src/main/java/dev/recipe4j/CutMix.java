package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Pastes a box of another image of the batch into each image and mixes the labels by area: the box
 * has {@code 1 - l} of the area with one {@code l} from Beta(alpha, alpha) for each batch.
 *
 * @see "Training tricks §7; Yun et al., arXiv 1905.04899"
 */
@ComponentOf(Slot.MIX)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface CutMix {
  /** Both parameters of the Beta distribution, greater than 0. */
  @Range(above = 0)
  double alpha() default 0.2;

  /**
   * Share of the batches that are mixed so, 0 to 1. Not written: an equal part of what the other
   * mixes leave of 1.
   */
  @Range(atLeast = 0, atMost = 1)
  double probability() default 1;
}
