package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets a random rectangle to 0 after normalisation; its share of the area and its aspect ratio are
 * uniform.
 *
 * @see "Training tricks §7; Zhong et al., arXiv 1708.04896"
 */
@ComponentOf(Slot.ERASE)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RandomErasing {
  /** Probability, 0 to 1. */
  @Range(atLeast = 0, atMost = 1)
  double p() default 0.5;

  /** Smallest share of the area, greater than 0. */
  @Range(above = 0, atMost = 1)
  double minArea() default 0.02;

  /** Largest share of the area, at most 1, at least {@code minArea}. */
  @Range(above = 0, atMost = 1)
  double maxArea() default 0.4;

  /** Smallest height / width, greater than 0 and at most 1; the largest is its reciprocal. */
  @Range(above = 0, atMost = 1)
  double minAspect() default 0.3;
}
