package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The peak learning rate, given as a pair that is known to work ("0.1 at batch 256") and scaled to
 * the recipe's batch. {@code peak} is then derived; a written peak is an assertion that is checked
 * against the batch.
 *
 * @see "Training tricks §3; Goyal et al., arXiv 1706.02677"
 */
@ComponentOf(Slot.LEARNING_RATE)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface LearningRate {
  /** Learning rate that is known to work at {@code referenceBatch}; greater than 0. */
  @Range(above = 0)
  @WrittenWith(value = "referenceBatch", because = "a learning rate is known to work at one batch")
  double reference() default 0;

  /** Total batch for which {@code reference} is known to work, at least 1. */
  @Range(atLeast = 1)
  int referenceBatch() default 0;

  /** How the learning rate follows the batch. */
  Scaling scaling() default Scaling.AUTO;

  /** Highest learning rate of the run; greater than 0. Not written: derived from the pair. */
  @Range(above = 0)
  double peak() default 0;

  /** How the learning rate follows the batch. */
  enum Scaling {
    /** Linear for SGD, momentum and RMSProp; the square root for Adam, AdamW and AdaDelta. */
    AUTO,
    /** In proportion to the batch. */
    LINEAR,
    /** With the square root of the batch. */
    SQUARE_ROOT,
    /** Not at all. */
    NONE
  }
}
