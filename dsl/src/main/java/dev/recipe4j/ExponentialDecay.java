package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A learning rate that falls by the same factor again and again: {@code peak * gamma^u}, {@code u}
 * in updates or in whole epochs.
 *
 * @see "Training tricks §2; torchvision MobileNetV2: 0.98 per epoch"
 */
@ComponentOf(Slot.SCHEDULE)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ExponentialDecay {
  /** Factor, greater than 0 and below 1. */
  @Range(above = 0, below = 1)
  double gamma();

  /** Whether the factor applies at every update or after every epoch. */
  Per per();
}
