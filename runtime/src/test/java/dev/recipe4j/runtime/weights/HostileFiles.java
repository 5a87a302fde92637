package dev.recipe4j.runtime.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads file after file that was damaged on purpose. Each gives its numbers or one line that names
 * it, and asks for no more memory than its own size and an allowance, garbage included.
 */
public final class HostileFiles {
  private static final int FAST = 200;

  /** How many: {@code mvn verify} reads 200 of each format, the profile {@code slow} 5,000. */
  public static final int COUNT = Boolean.getBoolean("recipe4j.slow") ? 5000 : FAST;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final long allowance;
  private int files;
  private int refused;
  private long most;

  /**
   * None read yet.
   *
   * @param allowance bytes that reading may take beyond the size of the file
   * @param reading reads a sound file, so that the memory of classes is not counted
   */
  public HostileFiles(long allowance, Runnable reading) {
    this.allowance = allowance;
    reading.run();
  }

  /** Bytes that this thread has asked for, garbage included. */
  static long allocated() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  /** Reads one, which may be refused. */
  public void read(Path path, Runnable reading) throws IOException {
    files++;
    long before = allocated();
    try {
      reading.run();
    } catch (WeightsException e) {
      String message = String.valueOf(e.getMessage());
      assertEquals(1, message.lines().count(), message);
      assertTrue(message.startsWith(path.toString()), message);
      refused++;
    }
    long beyond = allocated() - before - Files.size(path);
    most = Math.max(most, beyond);
    assertTrue(beyond <= allowance, "%d bytes beyond the size of %s".formatted(beyond, path));
  }

  /** Fails if none was read or hardly any refused: then they were not what they should be. */
  public void finish(String format, long size) {
    String result =
        "%d damaged files, %s of %d bytes: %d refused, at most %d bytes beyond their size"
            .formatted(files, format, size, refused, most);
    if (COUNT > FAST) {
      System.out.println(result);
    }
    assertTrue(refused > files / 10 && refused < files, result);
  }
}
