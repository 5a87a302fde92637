package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many examples make one optimiser update.
 *
 * <p>{@code devices * accumulate} shards of equal size make up the batch, each with its own
 * batch-norm statistics; on one machine they run one after another, which is the arithmetic of the
 * cluster.
 */
@ComponentOf(Slot.BATCH)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Batch {
  /** Examples per optimiser update over all devices, at least 1. */
  @Range(atLeast = 1)
  int value();

  /** Number of devices that share one update, at least 1. */
  @Range(atLeast = 1)
  int devices() default 1;

  /** Number of shards that each device adds up before an update, at least 1. */
  @Range(atLeast = 1)
  int accumulate() default 1;

  /** Whether a smaller last batch of an epoch is left out. */
  boolean dropLast() default false;
}
