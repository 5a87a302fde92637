package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Trains and evaluates on the whole image, resized to a square. */
@ComponentOf(Slot.CROP)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ResizeTo {
  /** Side of the square in pixels, at least 1. */
  @Range(atLeast = 1)
  int value();
}
