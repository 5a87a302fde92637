package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Decoupled weight decay: {@code w = w - lr * value * w} beside the update of the gradient, so that
 * an adaptive optimiser does not rescale it.
 *
 * @see "Loshchilov and Hutter, arXiv 1711.05101"
 */
@ComponentOf(Slot.DECAY)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface DecoupledWeightDecay {
  /** Coefficient, at least 0. */
  @Range(atLeast = 0)
  double value();

  /** Whether gamma, beta and biases are decayed too. */
  boolean normAndBias() default false;
}
