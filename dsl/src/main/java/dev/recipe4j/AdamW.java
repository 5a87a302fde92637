package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adam whose weight decay is decoupled from the gradient: made to go with {@link
 * DecoupledWeightDecay}, whose coefficient it multiplies by the learning rate.
 *
 * @see "Loshchilov and Hutter, arXiv 1711.05101"
 */
@ComponentOf(Slot.OPTIMIZER)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AdamW {
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
