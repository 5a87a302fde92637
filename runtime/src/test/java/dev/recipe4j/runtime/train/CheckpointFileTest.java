package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.data.FloatBuffers;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints survive the disk, and a damaged one is recognised. */
class CheckpointFileTest {
  @TempDir Path directory;

  @Test
  void comesBackAsItWas() {
    FloatBuffer parameters = FloatBuffers.direct(100_000);
    for (int i = 0; i < parameters.capacity(); i++) {
      parameters.put(i, i * 0.5f);
    }
    float[] velocity = {1, Float.MIN_VALUE, -0f};
    Path file = directory.resolve("a.ckpt");
    CheckpointFile.write(
        file, new Checkpoint(3, 77, 0.75, parameters, Optional.empty(), List.of(velocity)));
    Checkpoint read = CheckpointFile.read(file);
    assertEquals(3, read.epoch());
    assertEquals(77, read.update());
    assertEquals(0.75, read.testTop1());
    assertEquals(parameters, read.parameters());
    assertEquals(Optional.empty(), read.average());
    assertEquals(parameters, read.evaluated());
    assertArrayEquals(velocity, read.state().get(0));
    assertFalse(Files.exists(directory.resolve("a.ckpt.tmp")));
  }

  @Test
  void anAverageComesBackToo() {
    Path file = directory.resolve("a.ckpt");
    CheckpointFile.write(file, checkpoint(7));
    Checkpoint read = CheckpointFile.read(file);
    assertEquals(FloatBuffer.wrap(new float[] {1, 2, 3, 4, 7}), read.evaluated());
    assertEquals(FloatBuffers.direct(5), read.parameters());
    assertArrayEquals(new float[] {1, 2}, read.state().get(0));
  }

  @Test
  void everyFlippedByteAndEveryCutIsNoticed() throws IOException {
    Path file = directory.resolve("a.ckpt");
    CheckpointFile.write(file, checkpoint(1));
    byte[] whole = Files.readAllBytes(file);
    Path spoilt = directory.resolve("b.ckpt");
    for (int i = 0; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 0x41;
      Files.write(spoilt, flipped);
      requireClearError(spoilt);
      Files.write(spoilt, Arrays.copyOf(whole, i));
      requireClearError(spoilt);
    }
    Files.write(spoilt, Arrays.copyOf(whole, whole.length + 1));
    requireClearError(spoilt);
    requireClearError(directory.resolve("absent.ckpt"));
  }

  private static void requireClearError(Path file) {
    RunException e = assertThrows(RunException.class, () -> CheckpointFile.read(file));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains(file.toString()), message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void theLastThreeAndTheBestAreKept() throws IOException {
    CheckpointStore store = new CheckpointStore(directory);
    for (int epoch = 1; epoch <= 5; epoch++) {
      store.save(checkpoint(epoch), 3);
      if (epoch == 2) {
        store.saveBest(checkpoint(epoch));
      }
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(
          List.of("best.ckpt", "epoch-00003.ckpt", "epoch-00004.ckpt", "epoch-00005.ckpt", "last"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    assertEquals(5, store.last().epoch());
    assertEquals(2, CheckpointFile.read(store.best()).epoch());
  }

  private static Checkpoint checkpoint(int epoch) {
    return new Checkpoint(
        epoch,
        10L * epoch,
        0.5,
        FloatBuffers.direct(5),
        Optional.of(FloatBuffer.wrap(new float[] {1, 2, 3, 4, epoch})),
        List.of(new float[] {1, 2}));
  }
}
