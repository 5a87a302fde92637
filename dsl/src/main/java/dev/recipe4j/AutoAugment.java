package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One of 25 learned pairs of image operations, drawn for each image after crop and flip.
 *
 * @see "Training tricks §7; Cubuk et al., arXiv 1805.09501"
 */
@ComponentOf(Slot.POLICY)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AutoAugment {
  /** The data set on which the policy was learned. */
  Policy value() default Policy.IMAGENET;

  /** A published policy. */
  enum Policy {
    /** Learned on ImageNet: colour and rotation. */
    IMAGENET,
    /** Learned on CIFAR-10: shears and translations too. */
    CIFAR10
  }
}
