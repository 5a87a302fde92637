package dev.recipe4j.runtime.engine.compiled;

import dev.recipe4j.runtime.engine.EngineException;
import dev.recipe4j.runtime.engine.FreeMemory;

/** A plan that needs more memory than there is. */
final class OutOfNativeMemoryException extends EngineException {
  private static final long serialVersionUID = 1;

  private final long needed;
  private final long free;

  OutOfNativeMemoryException(long needed, long free) {
    super("%d MB of memory are needed and %d MB are free".formatted(needed >> 20, free >> 20));
    this.needed = needed;
    this.free = free;
  }

  /** Bytes that the plan needs. */
  long needed() {
    return needed;
  }

  /** Bytes that were free; 0 if it is not known. */
  long free() {
    return free;
  }

  /**
   * Refuses what the machine would have to swap for, or would kill the process for.
   *
   * @throws OutOfNativeMemoryException if less is free
   */
  static void requireFree(long bytes) {
    long free = FreeMemory.bytes().orElse(Long.MAX_VALUE);
    if (bytes > free) {
      throw new OutOfNativeMemoryException(bytes, free);
    }
  }
}
