package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adam: {@code m = beta1 * m + (1 - beta1) * g; s = beta2 * s + (1 - beta2) * g^2; w = w - lr * m'
 * / (sqrt(s') + epsilon)} with {@code m'} and {@code s'} corrected for their start at 0.
 *
 * @see "Training tricks §1; Kingma and Ba, arXiv 1412.6980"
 */
@ComponentOf(Slot.OPTIMIZER)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Adam {
  /** Share of the mean gradient that is kept, at least 0 and below 1. */
  @Range(atLeast = 0, below = 1)
  double beta1() default 0.9;

  /** Share of the mean squared gradient that is kept, at least 0 and below 1. */
  @Range(atLeast = 0, below = 1)
  double beta2() default 0.999;

  /** Added to the root so that no division is by 0, greater than 0. */
  @Range(above = 0)
  double epsilon() default 1e-8;
}
