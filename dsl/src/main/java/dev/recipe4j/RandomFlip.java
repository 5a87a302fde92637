package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Mirrors training images left to right. */
@ComponentOf(Slot.FLIP)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RandomFlip {
  /** Probability, between 0 and 1. */
  @Range(atLeast = 0, atMost = 1)
  double value() default 0.5;
}
