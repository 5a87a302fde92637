package dev.recipe4j.runtime.train;

import dev.recipe4j.runtime.data.FloatBuffers;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The file form of a checkpoint, little-endian: 8 bytes of magic, int version, int epoch, long
 * update, double test accuracy, int number of vectors, then for each vector a long length and its
 * floats (parameters first, in version 2 their moving average, then the optimiser's), last a long
 * CRC-32 of everything before. A checkpoint without an average is of version 1.
 */
public final class CheckpointFile {
  private static final long MAGIC = 0x0A_34_45_50_49_43_45_52L; // "RECIPE4\n"
  private static final int VERSION = 1;
  private static final int AVERAGED_VERSION = 2;
  private static final int HEADER_BYTES = 8 + 4 + 4 + 8 + 8 + 4;
  private static final int BLOCK_FLOATS = 1 << 16;

  /** More vectors than any optimiser keeps; a damaged count must not ask for memory. */
  private static final int MOST_VECTORS = 8;

  private CheckpointFile() {}

  static void write(Path file, Checkpoint checkpoint) {
    AtomicFile.write(
        file,
        channel -> {
          CRC32 crc = new CRC32();
          ByteBuffer header = buffer(HEADER_BYTES);
          int averages = checkpoint.average().isPresent() ? 1 : 0;
          header.putLong(MAGIC).putInt(averages == 0 ? VERSION : AVERAGED_VERSION);
          header.putInt(checkpoint.epoch());
          header.putLong(checkpoint.update()).putDouble(checkpoint.testTop1());
          header.putInt(1 + averages + checkpoint.state().size());
          put(channel, header, crc);
          putFloats(channel, checkpoint.parameters(), crc);
          if (checkpoint.average().isPresent()) {
            putFloats(channel, checkpoint.average().get(), crc);
          }
          for (float[] vector : checkpoint.state()) {
            putFloats(channel, FloatBuffer.wrap(vector), crc);
          }
          put(channel, buffer(Long.BYTES).putLong(crc.getValue()), new CRC32());
        });
  }

  private static void putFloats(FileChannel channel, FloatBuffer floats, CRC32 crc)
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

  private static void put(FileChannel channel, ByteBuffer filled, CRC32 crc) throws IOException {
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
      CRC32 crc = new CRC32();
      ByteBuffer header = take(channel, HEADER_BYTES, crc);
      if (header.getLong() != MAGIC) {
        throw new RunException(file + " is not a checkpoint");
      }
      int version = header.getInt();
      if (version != VERSION && version != AVERAGED_VERSION) {
        throw new RunException(
            "%s is a checkpoint of version %d, this program reads versions %d and %d"
                .formatted(file, version, VERSION, AVERAGED_VERSION));
      }
      int epoch = header.getInt();
      long update = header.getLong();
      double testTop1 = header.getDouble();
      int vectors = header.getInt();
      int named = version == AVERAGED_VERSION ? 2 : 1;
      if (vectors < named || vectors > MOST_VECTORS) {
        throw damaged(file, null);
      }
      FloatBuffer parameters = takeFloats(file, channel, crc);
      Optional<FloatBuffer> average =
          named == 2 ? Optional.of(takeFloats(file, channel, crc)) : Optional.empty();
      if (average.isPresent() && average.get().capacity() != parameters.capacity()) {
        throw damaged(file, null);
      }
      List<float[]> state = new ArrayList<>();
      for (int i = named; i < vectors; i++) {
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
      return new Checkpoint(epoch, update, testTop1, parameters, average, List.copyOf(state));
    } catch (EOFException e) {
      throw damaged(file, e);
    } catch (IOException e) {
      throw new RunException("cannot read %s: %s".formatted(file, AtomicFile.reason(e)), e);
    }
  }

  private static FloatBuffer takeFloats(Path file, FileChannel channel, CRC32 crc)
      throws IOException {
    long size = take(channel, Long.BYTES, crc).getLong();
    // Checked before memory is asked for: a damaged length can be anything.
    if (size < 0 || size > (channel.size() - channel.position()) / Float.BYTES) {
      throw damaged(file, null);
    }
    FloatBuffer floats = FloatBuffers.direct(size);
    for (int start = 0; start < size; start += BLOCK_FLOATS) {
      int count = (int) Math.min(BLOCK_FLOATS, size - start);
      ByteBuffer block = take(channel, count * Float.BYTES, crc);
      floats.put(start, block.asFloatBuffer(), 0, count);
    }
    return floats;
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
