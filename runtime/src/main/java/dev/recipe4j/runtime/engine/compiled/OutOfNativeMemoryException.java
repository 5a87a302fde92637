package dev.recipe4j.runtime.engine.compiled;

import dev.recipe4j.runtime.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A plan that needs more memory than there is. */
final class OutOfNativeMemoryException extends EngineException {
  private static final long serialVersionUID = 1;
  private static final Path KERNEL = Path.of("/proc/meminfo");

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
    long free = freeBytes();
    if (bytes > free) {
      throw new OutOfNativeMemoryException(bytes, free);
    }
  }

  /** What the kernel says can be had without swapping; all there is where it says nothing. */
  private static long freeBytes() {
    try (Stream<String> lines = Files.lines(KERNEL)) {
      return lines
          .filter(line -> line.startsWith("MemAvailable:"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(kilobytes -> Long.parseLong(kilobytes) << 10)
          .findFirst()
          .orElse(Long.MAX_VALUE);
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }
}
