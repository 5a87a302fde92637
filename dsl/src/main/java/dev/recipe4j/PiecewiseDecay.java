package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A learning rate that falls in steps: {@code peak * factor^i} from the i-th boundary on, or the
 * i-th of {@code values}. Boundaries count from the end of the warm-up.
 *
 * @see "Training tricks §2: ResNet50, 0.1, divided by 10 every 30 of 120 epochs"
 */
@ComponentOf(Slot.SCHEDULE)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PiecewiseDecay {
  /** Epochs at which the learning rate falls, increasing; these or {@code atSteps}. */
  @Excludes(value = "atSteps", required = true)
  int[] atEpochs() default {};

  /** Optimiser updates at which the learning rate falls, increasing. */
  @Range(atLeast = 1)
  int[] atSteps() default {};

  /** Factor at each boundary, greater than 0 and below 1; this or {@code values}. */
  @Range(above = 0, below = 1)
  @Excludes("values")
  double factor() default 0.1;

  /**
   * Learning rates themselves, each greater than 0: the first until the first boundary, one more
   * than there are boundaries. They do not follow the batch.
   */
  @Range(above = 0)
  double[] values() default {};
}
