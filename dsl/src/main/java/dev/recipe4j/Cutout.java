package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets one square with a uniform centre to 0 after normalisation, which is the mean colour; the
 * square is cut at the border.
 *
 * @see "Training tricks §7; DeVries and Taylor, arXiv 1708.04552"
 */
@ComponentOf(Slot.ERASE)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Cutout {
  /** Side of the square in pixels, at least 1: 112 for images of 224, 16 for images of 32. */
  @Range(atLeast = 1)
  int value() default 112;
}
