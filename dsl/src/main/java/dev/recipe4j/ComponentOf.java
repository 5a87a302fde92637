package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an annotation type a component of recipes.
 *
 * <p>For an annotation of this package the record of the same simple name in {@code
 * dev.recipe4j.spec} carries its values; members and record components agree in name.
 *
 * <p>For an annotation of a user's own, {@code implementation} names the class that does the work.
 * The pipeline calls its constructor with the members in their order:
 *
 * <pre>{@code
 * @ComponentOf(value = Slot.POLICY, implementation = Blur.class)
 * public @interface Blurred {
 *   double radius() default 2; // new Blur(2.0)
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
public @interface ComponentOf {
  /** The slot that the component fills. */
  Slot value();

  /** The class that executes a component of a user's own; {@code void} for those of recipe4j. */
  Class<?> implementation() default void.class;
}
