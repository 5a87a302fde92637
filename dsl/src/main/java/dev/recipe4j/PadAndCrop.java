package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Trains on a random part of each image padded with zeros; the size stays as it is. For data sets
 * of one image size.
 */
@ComponentOf(Slot.CROP)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PadAndCrop {
  /** Pixels added on each side, at least 0. */
  @Range(atLeast = 0)
  int pad() default 4;
}
