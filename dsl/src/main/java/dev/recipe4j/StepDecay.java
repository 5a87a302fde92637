package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A learning rate that falls at equal intervals: {@code peak * factor^floor(u / (everyEpochs * S))}
 * with {@code S} updates in an epoch.
 *
 * @see "Sandler et al., arXiv 1801.04381: 0.98 every epoch; EfficientNet: 0.97 every 2.4 epochs"
 */
@ComponentOf(Slot.SCHEDULE)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface StepDecay {
  /** Interval in epochs, which may be a fraction, greater than 0. */
  @Range(above = 0)
  double everyEpochs();

  /** Factor at each interval, greater than 0 and below 1. */
  @Range(above = 0, below = 1)
  double factor();
}
