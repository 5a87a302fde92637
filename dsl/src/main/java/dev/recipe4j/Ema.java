package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Evaluates an exponential moving average of the weights, {@code e = decay * e + (1 - decay) * w}
 * after every update, running statistics included; {@code e} starts as the weights do. The average
 * is what is measured, kept as the best and exported; training goes on with the weights themselves.
 *
 * @see "Polyak and Juditsky, 1992; Tan and Le, arXiv 1905.11946"
 */
@ComponentOf(Slot.EMA)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Ema {
  /**
   * Share of the average that is kept, greater than 0 and below 1; its window is {@code 1 / (1 -
   * decay)} updates.
   */
  @Range(above = 0, below = 1)
  double decay();
}
