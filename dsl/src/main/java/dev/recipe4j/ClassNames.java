package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The names of the classes in the order of their numbers. */
@ComponentOf(Slot.CLASS_NAMES)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ClassNames {
  /** One name for each class, class 0 first. */
  String[] value();
}
