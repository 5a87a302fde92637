package dev.recipe4j.runtime.train;

import dev.recipe4j.runtime.data.FloatBuffers;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The file form of a checkpoint, little-endian:
 *
 * <ul>
 *   <li>8 bytes of magic, int version, int finished epochs, long update, double test accuracy, int
 *       number of vectors;
 *   <li>int 1 if there is a moving average, else 0; int batches done of the next epoch and, unless
 *       they are 0, what {@link EpochProgress} says of them: double learning rate, double seconds,
 *       long examples, long ranked, double loss, int number of ranks, a long for each rank;
 *   <li>for each vector a long length and its floats: parameters, their moving average, the
 *       optimiser's;
 *   <li>a long CRC-32 of everything before.
 * </ul>
 *
 * Versions 1 and 2 have no second part; those of version 2 have a moving average.
 */
public final class CheckpointFile {
  private static final long MAGIC = 0x0A_34_45_50_49_43_45_52L; // "RECIPE4\n"
  private static final int UNAVERAGED_VERSION = 1;
  private static final int VERSION = 3;
  private static final int HEADER_BYTES = 8 + 4 + 4 + 8 + 8 + 4;
  private static final int POSITION_BYTES = 4 + 4;
  private static final int PROGRESS_BYTES = 8 + 8 + 8 + 8 + 8 + 4;
  private static final int BLOCK_FLOATS = 1 << 16;

  /** More vectors than any optimiser keeps; a damaged count must not ask for memory. */
  private static final int MOST_VECTORS = 8;

  private CheckpointFile() {}

  static void write(Path file, Checkpoint checkpoint) {
    AtomicFile.write(file, channel -> write(channel, checkpoint));
  }

  static void write(WritableByteChannel channel, Checkpoint checkpoint) throws IOException {
    CRC32 crc = new CRC32();
    List<FloatBuffer> vectors = new ArrayList<>(List.of(checkpoint.parameters()));
    checkpoint.average().ifPresent(vectors::add);
    checkpoint.state().forEach(vector -> vectors.add(FloatBuffer.wrap(vector)));
    ByteBuffer header = buffer(HEADER_BYTES + POSITION_BYTES);
    header.putLong(MAGIC).putInt(VERSION).putInt(checkpoint.epoch());
    header.putLong(checkpoint.update()).putDouble(checkpoint.testTop1()).putInt(vectors.size());
    header.putInt(checkpoint.average().isPresent() ? 1 : 0).putInt(checkpoint.batches());
    put(channel, header, crc);
    if (checkpoint.progress().isPresent()) {
      put(channel, bytes(checkpoint.progress().get()), crc);
    }
    for (FloatBuffer vector : vectors) {
      putFloats(channel, vector, crc);
    }
    put(channel, buffer(Long.BYTES).putLong(crc.getValue()), new CRC32());
  }

  private static ByteBuffer bytes(EpochProgress progress) {
    ByteBuffer bytes = buffer(PROGRESS_BYTES + progress.ranks().size() * Long.BYTES);
    bytes.putDouble(progress.learningRate()).putDouble(progress.seconds());
    bytes.putLong(progress.examples()).putLong(progress.ranked()).putDouble(progress.loss());
    bytes.putInt(progress.ranks().size());
    progress.ranks().forEach(bytes::putLong);
    return bytes;
  }

  private static void putFloats(WritableByteChannel channel, FloatBuffer floats, CRC32 crc)
      throws IOException {
    int size = floats.capacity();
    put(channel, buffer(Long.BYTES).putLong(size), crc);
    ByteBuffer block = buffer(BLOCK_FLOATS * Float.BYTES);
    for (int start = 0; start < size; start += BLOCK_FLOATS) {
      int count = Math.min(BLOCK_FLOATS, size - start);
      block.clear();
      block.asFloatBuffer().put(0, floats, start, count);
      put(channel, block.position(count * Float.BYTES), crc);
    }
  }

  private static void put(WritableByteChannel channel, ByteBuffer filled, CRC32 crc)
      throws IOException {
    filled.flip();
    crc.update(filled.duplicate());
    while (filled.hasRemaining()) {
      channel.write(filled);
    }
  }

  /**
   * Reads a checkpoint.
   *
   * @throws RunException if the file is missing, damaged, or of another kind or version
   */
  public static Checkpoint read(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      return read(file, channel);
    } catch (EOFException e) {
      throw damaged(file, e);
    } catch (IOException e) {
      throw new RunException("cannot read %s: %s".formatted(file, AtomicFile.reason(e)), e);
    }
  }

  private static Checkpoint read(Path file, FileChannel channel) throws IOException {
    CRC32 crc = new CRC32();
    ByteBuffer header = take(channel, HEADER_BYTES, crc);
    if (header.getLong() != MAGIC) {
      throw new RunException(file + " is not a checkpoint");
    }
    int version = header.getInt();
    if (version < UNAVERAGED_VERSION || version > VERSION) {
      throw new RunException(
          "%s is a checkpoint of version %d, this program reads versions %d to %d"
              .formatted(file, version, UNAVERAGED_VERSION, VERSION));
    }
    int epoch = header.getInt();
    long update = header.getLong();
    double testTop1 = header.getDouble();
    int vectors = header.getInt();
    int averages = version == UNAVERAGED_VERSION ? 0 : 1;
    Optional<EpochProgress> progress = Optional.empty();
    if (version == VERSION) {
      ByteBuffer position = take(channel, POSITION_BYTES, crc);
      averages = position.getInt();
      progress = takeProgress(file, channel, position.getInt(), crc);
    }
    if (averages < 0 || averages > 1 || vectors < 1 + averages || vectors > MOST_VECTORS) {
      throw damaged(file, null);
    }
    FloatBuffer parameters = takeFloats(file, channel, crc);
    Optional<FloatBuffer> average =
        averages == 1 ? Optional.of(takeFloats(file, channel, crc)) : Optional.empty();
    if (average.isPresent() && average.get().capacity() != parameters.capacity()) {
      throw damaged(file, null);
    }
    List<float[]> state = new ArrayList<>();
    for (int i = 1 + averages; i < vectors; i++) {
      FloatBuffer vector = takeFloats(file, channel, crc);
      float[] values = new float[vector.capacity()];
      vector.get(0, values);
      state.add(values);
    }
    long expected = crc.getValue();
    if (take(channel, Long.BYTES, crc).getLong() != expected
        || channel.position() != channel.size()) {
      throw damaged(file, null);
    }
    return new Checkpoint(
        epoch, update, testTop1, parameters, average, List.copyOf(state), progress);
  }

  private static Optional<EpochProgress> takeProgress(
      Path file, FileChannel channel, int batches, CRC32 crc) throws IOException {
    if (batches == 0) {
      return Optional.empty();
    }
    ByteBuffer bytes = take(channel, PROGRESS_BYTES, crc);
    double learningRate = bytes.getDouble();
    double seconds = bytes.getDouble();
    long examples = bytes.getLong();
    long ranked = bytes.getLong();
    double loss = bytes.getDouble();
    int size = bytes.getInt();
    requireRest(file, channel, size, Long.BYTES);
    ByteBuffer counts = take(channel, Math.multiplyExact(size, Long.BYTES), crc);
    List<Long> ranks = new ArrayList<>();
    for (int rank = 0; rank < size; rank++) {
      ranks.add(counts.getLong());
    }
    return Optional.of(
        new EpochProgress(batches, learningRate, seconds, examples, ranked, loss, ranks));
  }

  private static FloatBuffer takeFloats(Path file, FileChannel channel, CRC32 crc)
      throws IOException {
    long size = take(channel, Long.BYTES, crc).getLong();
    requireRest(file, channel, size, Float.BYTES);
    FloatBuffer floats = FloatBuffers.direct(size);
    for (int start = 0; start < size; start += BLOCK_FLOATS) {
      int count = (int) Math.min(BLOCK_FLOATS, size - start);
      ByteBuffer block = take(channel, count * Float.BYTES, crc);
      floats.put(start, block.asFloatBuffer(), 0, count);
    }
    return floats;
  }

  /** Asked before memory is: a damaged length can be anything. */
  private static void requireRest(Path file, FileChannel channel, long size, int bytes)
      throws IOException {
    if (size < 0
        || size > Math.min(Integer.MAX_VALUE, channel.size() - channel.position()) / bytes) {
      throw damaged(file, null);
    }
  }

  private static ByteBuffer take(FileChannel channel, int size, CRC32 crc) throws IOException {
    ByteBuffer bytes = buffer(size);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new EOFException();
      }
    }
    bytes.flip();
    crc.update(bytes.duplicate());
    return bytes;
  }

  private static RunException damaged(Path file, @Nullable Throwable cause) {
    return new RunException(file + " is damaged: take an earlier checkpoint", cause);
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
