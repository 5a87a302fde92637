package dev.recipe4j.recipes.own;

import dev.recipe4j.ComponentOf;
import dev.recipe4j.Slot;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A stem and one residual block with squeeze and excitation. */
@ComponentOf(value = Slot.MODEL, implementation = SqueezedResidualNetwork.class)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SqueezedResidual {
  /** Channels of the stem and of the block. */
  int channels();

  /** Channels between squeeze and excitation. */
  int squeezed() default 2;
}
