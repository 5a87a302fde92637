package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Empties slots that a parent recipe fills: {@code @Without(Slot.WARMUP)} inherits everything but
 * the warm-up. It says nothing of components written or composed on the same class.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Without {
  /** The slots that are not inherited. */
  Slot[] value();
}
