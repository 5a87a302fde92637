package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class or interface as a training recipe. Its other annotations are the recipe's
 * components; the compiler checks them together and writes {@code <Name>Pipeline}.
 *
 * <p>A recipe that extends another takes over every slot that it does not fill itself, and the
 * members of this annotation one by one, except the id.
 */
@ComponentOf(Slot.RECIPE)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Recipe {
  /**
   * Name of the recipe in the command line and in file names: lower-case words joined by hyphens.
   * Not written: the class name in kebab case ({@code FlowersMobileNet} is {@code
   * flowers-mobile-net}).
   */
  String id() default "";

  /** How often the training data is seen, at least 1. Needed here or in a parent recipe. */
  @Range(atLeast = 1)
  int epochs() default 0;

  /** Start of every random sequence of a run: initial weights, order, augmentation. */
  long seed() default 42;

  /** Evaluate after every so many epochs, at least 1; the last epoch is always evaluated. */
  @Range(atLeast = 1)
  int evaluateEvery() default 1;
}
