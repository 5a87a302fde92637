package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** This member and another say the same thing in two ways: at most one of them is written. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Excludes {
  /** Name of the other member. */
  String value();

  /** Whether one of the two must be written; otherwise a default stands in. */
  boolean required() default false;
}
