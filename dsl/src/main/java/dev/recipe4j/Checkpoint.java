package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How often the state of the run is stored. The best epoch and the last are stored whatever their
 * number; a run that is cut off goes on from the newest checkpoint, with the same result as if it
 * had not been cut off. Where an epoch takes hours, {@code everySteps} bounds what is lost; a run
 * that is stopped by a signal loses nothing in any case.
 */
@ComponentOf(Slot.CHECKPOINT)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Checkpoint {
  /** Epochs between two checkpoints, at least 1. */
  @Range(atLeast = 1)
  int everyEpochs() default 1;

  /**
   * Optimiser updates between two checkpoints within an epoch, counted from the start of the
   * training, at least 1. Not written: only epochs are stored.
   */
  @Range(atLeast = 1)
  int everySteps() default 0;

  /**
   * How many of the latest checkpoints are kept, at least 1; the best is always kept. As many are
   * kept of the steps since the latest stored epoch, until the next one is stored.
   */
  @Range(atLeast = 1)
  int keep() default 3;
}
