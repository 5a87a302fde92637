package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Evaluates on the centre of each image: the shorter side is resized to {@code resize}, then a
 * square of side {@code crop} is cut out, with a black border if it is larger. Not written: crop =
 * training size, resize = crop * 256 / 224; images of a fixed-size data set are taken as they are.
 */
@ComponentOf(Slot.EVALUATION)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface EvaluationCrop {
  /** Length of the shorter side after resizing, in pixels. */
  @Range(atLeast = 1)
  int resize() default 256;

  /** Side of the square in pixels. */
  @Range(atLeast = 1)
  int crop() default 224;
}
