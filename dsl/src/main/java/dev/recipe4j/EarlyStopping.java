package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ends the training when the validation accuracy has not improved for a number of epochs.
 *
 * @see "Prechelt, Early stopping, but when?, 1998"
 */
@ComponentOf(Slot.EARLY_STOPPING)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface EarlyStopping {
  /** Epochs without improvement, at least 1. */
  @Range(atLeast = 1)
  int patience();
}
