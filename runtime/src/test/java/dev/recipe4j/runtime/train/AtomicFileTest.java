package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.data.FloatBuffers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is the old or the new whole, also when the disk is full. */
class AtomicFileTest {
  @TempDir Path directory;

  /** Takes so many bytes, as a disk does that is nearly full: the last write is a partial one. */
  private static final class NearlyFull implements WritableByteChannel {
    private final WritableByteChannel disk;
    private long room;

    NearlyFull(WritableByteChannel disk, long room) {
      this.disk = disk;
      this.room = room;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      if (room == 0) {
        throw new IOException("No space left on device");
      }
      ByteBuffer fits = bytes.slice(bytes.position(), (int) Math.min(room, bytes.remaining()));
      int written = disk.write(fits);
      bytes.position(bytes.position() + written);
      room -= written;
      return written;
    }

    @Override
    public boolean isOpen() {
      return disk.isOpen();
    }

    @Override
    public void close() throws IOException {
      disk.close();
    }
  }

  private static Checkpoint checkpoint(int epoch) {
    EpochProgress progress = new EpochProgress(3, 0.1, 1, 48, 48, 50, List.of(40L, 8L));
    return new Checkpoint(
        epoch,
        10,
        Double.NaN,
        FloatBuffers.direct(70_000),
        Optional.empty(),
        List.of(new float[70_000]),
        Optional.of(progress));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** At each write of a checkpoint, at its beginning and within it. */
  @Test
  void aFullDiskLeavesTheEarlierFile() throws IOException {
    Path file = directory.resolve("a.ckpt");
    CheckpointFile.write(file, checkpoint(1));
    byte[] before = Files.readAllBytes(file);
    // Header, progress, length and two blocks of a vector, length and blocks of the next, checksum.
    long[] writes = {0, 44, 104, 112, 112 + 262_144, 280_112, 280_120, 560_120, before.length - 1};
    for (long room : writes) {
      for (long within : new long[] {room, room + 1}) {
        if (within < before.length) {
          RunException e =
              assertThrows(
                  RunException.class,
                  () ->
                      AtomicFile.write(
                          file,
                          channel ->
                              CheckpointFile.write(
                                  new NearlyFull(channel, within), checkpoint(2))));
          assertEquals("cannot write %s: No space left on device".formatted(file), e.getMessage());
          assertEquals(List.of("a.ckpt"), files());
          assertArrayEquals(before, Files.readAllBytes(file));
        }
      }
    }
    AtomicFile.write(
        file,
        channel -> CheckpointFile.write(new NearlyFull(channel, before.length), checkpoint(2)));
    assertEquals(2, CheckpointFile.read(file).epoch());
  }

  @Test
  void saysThatTheDirectoryIsMissing() {
    Path file = directory.resolve("absent").resolve("a.txt");
    RunException e = assertThrows(RunException.class, () -> AtomicFile.write(file, new byte[] {1}));
    assertTrue(String.valueOf(e.getMessage()).endsWith("no such directory"), e.getMessage());
  }
}
