package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes {@code value} from the true class and spreads it over all {@code K} classes: {@code (1 -
 * value) * y + value / K}.
 *
 * @see "Training tricks §5; Szegedy et al., arXiv 1512.00567"
 */
@ComponentOf(Slot.SMOOTHING)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface LabelSmoothing {
  /** Share that is spread, at least 0 and below 1. */
  @Range(atLeast = 0, below = 1)
  double value() default 0.1;
}
