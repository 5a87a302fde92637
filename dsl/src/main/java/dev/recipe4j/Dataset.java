package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The facts of a data set that rules and schedules need. A fact that is not written keeps the rules
 * quiet that need it. At run start the data itself is counted: the schedule always follows the
 * data.
 */
@ComponentOf(Slot.DATASET)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Dataset {
  /** Short name, as in {@code fashion-mnist}; finds embedded data and appears on the card. */
  String name() default "";

  /** Number of classes, at least 2. */
  @Range(atLeast = 2)
  int classes();

  /** Number of training examples. */
  @Range(atLeast = 1)
  int trainExamples() default 0;

  /** Number of validation examples. */
  @Range(atLeast = 1)
  int validationExamples() default 0;

  /** Side of the images in pixels, if all are squares of one size. */
  @Range(atLeast = 1)
  int imageSize() default 0;

  /** Shortest side of any image in pixels, if sizes differ. */
  @Range(atLeast = 1)
  int smallestSide() default 0;

  /** Colour channels: 1 (grey) or 3 (red, green, blue). */
  @Range(oneOf = {1, 3})
  int channels() default 3;

  /**
   * Digest of the files as {@code recipe4j scan} writes it, {@code sha256:} and 64 hexadecimal
   * digits; compared with the data at run start.
   */
  String fingerprint() default "";
}
