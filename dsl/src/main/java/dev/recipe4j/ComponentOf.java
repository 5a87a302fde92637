package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an annotation type a component of recipes. The record of the same simple name in {@code
 * dev.recipe4j.spec} carries its values; members and record components agree in name and order.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
public @interface ComponentOf {
  /** The slot that the component fills. */
  Slot value();
}
