package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * MobileNetV2: inverted residual blocks with linear bottlenecks and ReLU6. Paddle takes {@code
 * (int) (channels * width)}; torchvision and Keras round to multiples of 8.
 *
 * @see "Sandler et al., arXiv 1801.04381"
 */
@ComponentOf(Slot.MODEL)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface MobileNetV2 {
  /** Factor on the number of channels of every layer, greater than 0 and at most 4. */
  @Range(above = 0, atMost = 4)
  double width() default 1;

  /** The published flavour whose weights fit. */
  NetworkStyle style() default NetworkStyle.PADDLE;
}
