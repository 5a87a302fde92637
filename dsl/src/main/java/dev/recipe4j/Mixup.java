package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Blends each image and its label with those of another of the batch: {@code x = l * x + (1 - l) *
 * x'} with one {@code l} from Beta(alpha, alpha) for each batch.
 *
 * @see "Training tricks §7; Zhang et al., arXiv 1710.09412"
 */
@ComponentOf(Slot.MIX)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Mixup {
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
