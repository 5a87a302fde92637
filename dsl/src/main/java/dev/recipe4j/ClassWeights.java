package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Weighs the classes in the loss, so that a rare class is not outvoted: with targets {@code t} and
 * probabilities {@code p} the loss of an example is {@code -sum_k w_k t_k ln p_k}. As in PyTorch's
 * cross-entropy, the mean over a batch divides by the sum of the weights of the labels; where
 * images are mixed, by the number of examples.
 *
 * <p>{@code @ClassWeights} alone computes the weights from the training images: {@code n / (K n_k)}
 * of n images of K classes, n_k of them in class k, so that the mean weight of an image is 1 (King
 * and Zeng, Logistic Regression in Rare Events Data, 2001). Losses of evaluation are not weighted.
 *
 * @see "King and Zeng, Political Analysis 9(2), 2001"
 */
@ComponentOf(Slot.CLASS_WEIGHTS)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ClassWeights {
  /**
   * Weight of each class in the order of the labels, each greater than 0; only their ratios matter
   * while no images are mixed. Balanced by the training images if nothing is written.
   */
  @Range(above = 0)
  double[] value() default {};
}
