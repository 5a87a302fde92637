package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Accepts a finding on purpose, with a reason that appears on the recipe card. Structural rules
 * cannot be accepted. An accept is inherited while no slot that its finding reads is replaced.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Accept.All.class)
public @interface Accept {
  /** The rule whose finding is accepted. */
  Rule rule();

  /** Why; must not be blank. */
  String because();

  /** Container for several accepts. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface All {
    /** The accepts. */
    Accept[] value();
  }
}
