package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How often the state of the run is stored. The best epoch and the last are stored whatever their
 * number; a run that is cut off goes on after the newest epoch that was.
 */
@ComponentOf(Slot.CHECKPOINT)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Checkpoint {
  /** Epochs between two checkpoints, at least 1. */
  @Range(atLeast = 1)
  int everyEpochs() default 1;

  /** How many of the latest checkpoints are kept, at least 1; the best is always kept. */
  @Range(atLeast = 1)
  int keep() default 3;
}
