package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A learning rate that falls along half a cosine from the peak to {@code floor} at the end of
 * training, and stays there: {@code floor + (peak - floor) * (1 + cos(pi * u / D)) / 2}.
 *
 * @see "Training tricks §2; Loshchilov and Hutter, SGDR, arXiv 1608.03983"
 */
@ComponentOf(Slot.SCHEDULE)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface CosineDecay {
  /** Learning rate at the end; at least 0 and below the peak. */
  @Range(atLeast = 0)
  double floor() default 0;

  /** Whether the learning rate changes at every update or only between epochs. */
  Per per() default Per.STEP;

  /**
   * Epochs in which the schedule ends, counted from where it starts, greater than 0. Not written:
   * what is left of the training after the warm-up.
   */
  @Range(above = 0)
  double overEpochs() default 0;
}
