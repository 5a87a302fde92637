package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stochastic gradient descent with classical momentum, the learning rate outside the velocity:
 * {@code v = momentum * v + g; w = w - lr * v}.
 *
 * @see "Training tricks §1; Nesterov as in Sutskever et al., ICML 2013, in the form of torch and
 *     Paddle"
 */
@ComponentOf(Slot.OPTIMIZER)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Momentum {
  /** Share of the velocity that is kept, at least 0 and below 1. */
  @Range(atLeast = 0, below = 1)
  double value() default 0.9;

  /** Whether the step looks ahead (Nesterov): {@code w = w - lr * (g + momentum * v)}. */
  boolean nesterov() default false;
}
