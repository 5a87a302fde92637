package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * {@code layers} image operations drawn with replacement and applied one after another, all at one
 * strength; a larger magnitude is stronger for every operation.
 *
 * @see "Training tricks §7; Cubuk et al., arXiv 1909.13719; "increasing" form of timm"
 */
@ComponentOf(Slot.POLICY)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RandAugment {
  /** Operations for each image, at least 1. */
  @Range(atLeast = 1)
  int layers() default 2;

  /**
   * Strength in tenths of the range of each operation; documented from 0 to 30, saturating above
   * 10.
   */
  int magnitude() default 5;
}
