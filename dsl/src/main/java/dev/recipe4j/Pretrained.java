package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Starts from published weights instead of random ones. A classifier of another shape is left out
 * and starts anew.
 *
 * @see "Training tricks §9"
 */
@ComponentOf(Slot.PRETRAINED)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Pretrained {
  /** A marker type with {@link Weights} and the annotation of its network. */
  Class<?> value();

  /** Stages of the network that are not trained. */
  String[] freeze() default {};

  /** Factor on the learning rate of the classifier, greater than 0. */
  @Range(above = 0)
  double headRateFactor() default 1;
}
