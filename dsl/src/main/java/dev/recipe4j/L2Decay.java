package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Coupled L2 regularisation: adds {@code value * w} to the gradient of every weight (the {@code
 * l2_decay} of the training tricks, PyTorch's {@code weight_decay} of SGD).
 *
 * @see "Training tricks §4"
 */
@ComponentOf(Slot.DECAY)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface L2Decay {
  /** Coefficient, at least 0: 1e-4 for most networks, 1e-5 to 4e-5 for small ones. */
  @Range(atLeast = 0)
  double value();

  /**
   * Whether gamma, beta and biases are decayed too, as PaddleClas does for ResNet and MobileNetV1.
   */
  boolean normAndBias() default true;
}
