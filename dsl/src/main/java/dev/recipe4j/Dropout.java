package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets inputs of the classifier to 0 at random in training and scales the others by {@code 1 / (1 -
 * value)}; in place of the dropout that the network brings.
 *
 * @see "Srivastava et al., JMLR 15, 2014"
 */
@ComponentOf(Slot.DROPOUT)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Dropout {
  /** Probability, at least 0 and below 1. */
  @Range(atLeast = 0, below = 1)
  double value();
}
