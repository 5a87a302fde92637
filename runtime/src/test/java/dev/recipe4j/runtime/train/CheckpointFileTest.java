package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.data.FloatBuffers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void soDoesThePositionWithinAnEpoch() {
    Path file = directory.resolve("a.ckpt");
    CheckpointFile.write(file, within(4));
    Checkpoint read = CheckpointFile.read(file);
    assertEquals(within(4).progress(), read.progress());
    assertEquals("batch 17 of epoch 5", read.position());
    assertEquals(within(4).average(), read.average());
  }

  /** Runs that older versions have left can be resumed and served. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void readsOlderVersions(int version) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("RECIPE4\n".getBytes(StandardCharsets.US_ASCII)).putInt(version);
    bytes.putInt(3).putLong(77).putDouble(0.75).putInt(version + 1);
    bytes.putLong(2).putFloat(1).putFloat(2);
    if (version == 2) {
      bytes.putLong(2).putFloat(3).putFloat(4);
    }
    bytes.putLong(1).putFloat(5);
    CRC32 crc = new CRC32();
    crc.update(bytes.array(), 0, bytes.position());
    bytes.putLong(crc.getValue());
    Path file = directory.resolve("old.ckpt");
    Files.write(file, Arrays.copyOf(bytes.array(), bytes.position()));
    Checkpoint read = CheckpointFile.read(file);
    assertEquals(3, read.epoch());
    assertEquals(77, read.update());
    assertEquals(FloatBuffer.wrap(new float[] {1, 2}), read.parameters());
    assertEquals(
        version == 2 ? Optional.of(FloatBuffer.wrap(new float[] {3, 4})) : Optional.empty(),
        read.average());
    assertArrayEquals(new float[] {5}, read.state().get(0));
    assertEquals(Optional.empty(), read.progress());
  }

  @Test
  void refusesVersionsToCome() throws IOException {
    Path file = directory.resolve("a.ckpt");
    CheckpointFile.write(file, checkpoint(1));
    byte[] bytes = Files.readAllBytes(file);
    bytes[8] = 4;
    Files.write(file, bytes);
    RunException e = assertThrows(RunException.class, () -> CheckpointFile.read(file));
    assertEquals(
        file + " is a checkpoint of version 4, this program reads versions 1 to 3", e.getMessage());
  }

  @Test
  void everyFlippedByteAndEveryCutIsNoticed() throws IOException {
    requireNoticed(checkpoint(1));
    requireNoticed(within(1));
  }

  private void requireNoticed(Checkpoint checkpoint) throws IOException {
    Path file = directory.resolve("a.ckpt");
    CheckpointFile.write(file, checkpoint);
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
          List.of("best.ckpt", "epoch-00003.ckpt", "epoch-00004.ckpt", "epoch-00005.ckpt"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    assertEquals(5, store.last().epoch());
    assertEquals(2, CheckpointFile.read(store.best()).epoch());
  }

  @Test
  void theLastStepsSinceTheLastEpochAreKept() throws IOException {
    CheckpointStore store = new CheckpointStore(directory);
    for (int batch : new int[] {5, 10, 100_000}) {
      store.save(within(0, batch), 2);
    }
    assertEquals(List.of("epoch-00001-batch-00010.ckpt", "epoch-00001-batch-100000.ckpt"), files());
    store.save(checkpoint(1), 2);
    assertEquals(List.of("epoch-00001.ckpt"), files());
    store.save(within(1, 5), 2);
    store.save(within(2, 5), 2);
    assertEquals(
        List.of("epoch-00001.ckpt", "epoch-00002-batch-00005.ckpt", "epoch-00003-batch-00005.ckpt"),
        files());
    List<String> notes = new ArrayList<>();
    assertEquals("batch 5 of epoch 3", store.newest(true, notes).orElseThrow().position());
    assertEquals("epoch 1", store.newest(false, notes).orElseThrow().position());
    assertEquals(List.of(), notes);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Checkpoint within(int epochs) {
    return within(epochs, 17);
  }

  private static Checkpoint within(int epochs, int batches) {
    Checkpoint whole = checkpoint(epochs);
    return new Checkpoint(
        epochs,
        10L * epochs + 7,
        Double.NaN,
        whole.parameters(),
        whole.average(),
        whole.state(),
        Optional.of(
            new EpochProgress(batches, 0.1, 2.5, 68, 64, 90.125, List.of(30L, 20L, 10L, 4L))));
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
