package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * MobileNetV3: inverted residual blocks found by search, with squeeze-and-excitation and
 * hard-swish. Channels are rounded to multiples of 8.
 *
 * @see "Howard et al., arXiv 1905.02244"
 */
@ComponentOf(Slot.MODEL)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface MobileNetV3 {
  /** The published size. */
  Size size();

  /** Factor on the number of channels of every layer, greater than 0 and at most 4. */
  @Range(above = 0, atMost = 4)
  double width() default 1;

  /** The published flavour whose weights fit. */
  NetworkStyle style() default NetworkStyle.PADDLE;

  /** A published size. */
  enum Size {
    /** 15 blocks: 5.5 million parameters. */
    LARGE,
    /** 11 blocks: 2.5 to 2.9 million parameters. */
    SMALL
  }
}
