package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Trains on a random part of each image, resized to a square.
 *
 * @see "Training tricks §6; Szegedy et al., arXiv 1409.4842"
 */
@ComponentOf(Slot.CROP)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RandomResizedCrop {
  /** Side of the square in pixels, at least 1. */
  @Range(atLeast = 1)
  int value();

  /** Smallest share of the image area, greater than 0, at most {@code maxScale}. */
  @Range(above = 0, atMost = 1)
  double minScale() default 0.08;

  /** Largest share of the image area, at most 1. */
  @Range(above = 0, atMost = 1)
  double maxScale() default 1;

  /** Smallest width / height before resizing, greater than 0. */
  @Range(above = 0)
  double minRatio() default 3.0 / 4;

  /** Largest width / height before resizing, at least {@code minRatio}. */
  @Range(above = 0)
  double maxRatio() default 4.0 / 3;

  /** How the part is resized. */
  Interpolation interpolation() default Interpolation.ANTIALIASED;
}
