package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A learning rate that falls along a power of the training left, from the peak to {@code end}, and
 * stays there: {@code end + (peak - end) * (1 - u / D)^power}.
 *
 * @see "Training tricks §2"
 */
@ComponentOf(Slot.SCHEDULE)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PolynomialDecay {
  /** Exponent, greater than 0; 1 is a straight line. */
  @Range(above = 0)
  double power() default 1;

  /** Learning rate at the end; at least 0 and below the peak. */
  @Range(atLeast = 0)
  double end() default 0;

  /**
   * Epochs in which the schedule ends, counted from where it starts, greater than 0. Not written:
   * what is left of the training after the warm-up.
   */
  @Range(above = 0)
  double overEpochs() default 0;
}
