package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * MobileNetV1: a 3x3 convolution and 13 depthwise-separable blocks with batch normalisation and
 * ReLU (Keras: ReLU6).
 *
 * @see "Howard et al., MobileNets, arXiv 1704.04861"
 */
@ComponentOf(Slot.MODEL)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface MobileNetV1 {
  /**
   * Factor on the number of channels of every layer, {@code (int) (channels * width)}; greater than
   * 0 and at most 4.
   */
  @Range(above = 0, atMost = 4)
  double width() default 1;

  /** The published flavour whose weights fit. */
  NetworkStyle style() default NetworkStyle.PADDLE;
}
