package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Random changes of brightness, contrast, saturation and hue.
 *
 * @see "Krizhevsky et al., 2012; 0.4 as in the ResNet training of fb.resnet.torch"
 */
@ComponentOf(Slot.POLICY)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ColorJitter {
  /**
   * Largest relative change of the brightness, at least 0: the factor is uniform within {@code 1 ±
   * brightness}.
   */
  @Range(atLeast = 0)
  double brightness() default 0.4;

  /**
   * Largest relative change of the contrast, at least 0: the factor is uniform within {@code 1 ±
   * contrast}.
   */
  @Range(atLeast = 0)
  double contrast() default 0.4;

  /**
   * Largest relative change of the saturation, at least 0: the factor is uniform within {@code 1 ±
   * saturation}.
   */
  @Range(atLeast = 0)
  double saturation() default 0.4;

  /** Largest turn of the hue as a share of the circle, 0 to 0.5. */
  @Range(atLeast = 0, atMost = 0.5)
  double hue() default 0;
}
