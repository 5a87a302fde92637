package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shortens gradients: to a norm over all parameters, or each element to an interval.
 *
 * @see "Pascanu et al., arXiv 1211.5063"
 */
@ComponentOf(Slot.CLIP)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GradientClip {
  /**
   * Largest Euclidean norm of the gradient of all parameters, greater than 0; this or {@code
   * value}.
   */
  @Range(above = 0)
  @Excludes(value = "value", required = true)
  double norm() default 0;

  /** Largest absolute value of each element, greater than 0. */
  @Range(above = 0)
  double value() default 0;
}
