package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * AdaDelta: {@code s = rho * s + (1 - rho) * g^2; d = sqrt(u + epsilon) / sqrt(s + epsilon) * g; u
 * = rho * u + (1 - rho) * d^2; w = w - lr * d}.
 *
 * @see "Training tricks §1; Zeiler, arXiv 1212.5701"
 */
@ComponentOf(Slot.OPTIMIZER)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AdaDelta {
  /** Share of both mean squares that is kept, at least 0 and below 1. */
  @Range(atLeast = 0, below = 1)
  double rho() default 0.95;

  /** Added under both roots, greater than 0. */
  @Range(above = 0)
  double epsilon() default 1e-6;
}
