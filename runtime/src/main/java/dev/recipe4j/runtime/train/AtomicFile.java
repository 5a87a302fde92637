package dev.recipe4j.runtime.train;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that are either the old or the new whole, whatever happens while they are written: a
 * neighbour is written, forced to the disk and renamed.
 */
public final class AtomicFile {
  /** What the name of the neighbour ends with; a process that is killed may leave one. */
  static final String DRAFT_SUFFIX = ".tmp";

  private AtomicFile() {}

  /** Writes content to a channel. */
  @FunctionalInterface
  interface Content {
    void writeTo(WritableByteChannel channel) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @throws RunException if it cannot be written
   */
  public static void write(Path file, byte[] content) {
    write(
        file,
        channel -> {
          ByteBuffer bytes = ByteBuffer.wrap(content);
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
        });
  }

  /**
   * Writes a file.
   *
   * @throws RunException if it cannot be written
   */
  static void write(Path file, Content content) {
    Path draft = file.resolveSibling(file.getFileName() + DRAFT_SUFFIX);
    try {
      try (FileChannel channel =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        content.writeTo(channel);
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceDirectory(file);
    } catch (IOException e) {
      draft.toFile().delete();
      throw new RunException("cannot write %s: %s".formatted(file, reason(e)), e);
    }
  }

  /**
   * Makes the new name last through a power cut, and come before whatever is written later (Pillai
   * et al., All file systems are not created equal, OSDI 2014). Not every system opens directories.
   */
  private static void forceDirectory(Path file) {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notPossible) {
      // The file itself is on the disk, under its old or its new name.
    }
  }

  /** What an input or output error says beyond the name of the file. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such directory";
    }
    if (e instanceof FileSystemException detailed && detailed.getReason() != null) {
      return detailed.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
