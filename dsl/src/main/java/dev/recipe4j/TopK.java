package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The accuracies that are reported: an example counts as right if its class is among the k largest
 * outputs. Top-1 is always reported: it decides which epoch is the best. A value is left empty
 * where there are no more than k classes.
 *
 * @see "Russakovsky et al., arXiv 1409.0575"
 */
@ComponentOf(Slot.TOP_K)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface TopK {
  /** The values of k, each at least 1 and at most the number of classes. */
  @Range(atLeast = 1)
  int[] value() default {1, 5};
}
