package dev.recipe4j.runtime.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory the machine has left. */
public final class FreeMemory {
  private static final Path KERNEL = Path.of("/proc/meminfo");

  private FreeMemory() {}

  /** Bytes that the kernel says can be had without swapping; empty where it says nothing. */
  public static OptionalLong bytes() {
    try (Stream<String> lines = Files.lines(KERNEL)) {
      return lines
          .filter(line -> line.startsWith("MemAvailable:"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(kilobytes -> Long.parseLong(kilobytes) << 10)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
