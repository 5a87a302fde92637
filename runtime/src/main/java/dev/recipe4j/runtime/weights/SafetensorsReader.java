package dev.recipe4j.runtime.weights;

import dev.recipe4j.runtime.weights.SafetensorsHeader.Item;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads safetensors, the format of Hugging Face: the length of a JSON header in 8 bytes, the
 * header, and the numbers of all tensors, little-endian, without gaps.
 */
final class SafetensorsReader {
  /** The limit of the reference implementation. */
  private static final long MOST_HEADER_BYTES = 100_000_000;

  private static final int BLOCK_BYTES = 1 << 16;

  private SafetensorsReader() {}

  static WeightsFile open(Path path) {
    try {
      FileChannel channel = FileChannel.open(path);
      try {
        return open(path, channel);
      } catch (RuntimeException | IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw WeightsFile.unreadable(path, e);
    }
  }

  private static WeightsFile open(Path path, FileChannel channel) throws IOException {
    long size = channel.size();
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    fill(path, channel, 0, length);
    long headerBytes = length.getLong(0);
    if (headerBytes < 2 || headerBytes > size - Long.BYTES) {
      throw WeightsException.damaged(
          path,
          "it is neither safetensors, h5 nor a DL4J zip, or it is cut short: a header of %s bytes in a file of %d"
              .formatted(Long.toUnsignedString(headerBytes), size));
    }
    if (headerBytes > MOST_HEADER_BYTES) {
      throw WeightsException.damaged(
          path, "a header of %d bytes, at most %d".formatted(headerBytes, MOST_HEADER_BYTES));
    }
    ByteBuffer json = ByteBuffer.allocate((int) headerBytes);
    fill(path, channel, Long.BYTES, json);
    long start = Long.BYTES + headerBytes;
    SafetensorsHeader header = SafetensorsHeader.parse(path, json.array(), size - start);
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (Item item : header.items()) {
      Optional<NumberFormat> format = item.floatingPoint();
      tensors.put(
          item.name(),
          new StoredTensor(
              item.name(),
              item.type(),
              format.isPresent(),
              item.shape(),
              target ->
                  read(path, channel, start + item.begin(), format.orElseThrow(), item, target)));
    }
    return new WeightsFile(path, "safetensors", tensors, header.metadata(), channel::close);
  }

  private static void read(
      Path path,
      FileChannel channel,
      long position,
      NumberFormat format,
      Item item,
      FloatBuffer target) {
    ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    long left = item.end() - item.begin();
    long at = position;
    int index = 0;
    try {
      while (left > 0) {
        block.clear().limit((int) Math.min(left, BLOCK_BYTES));
        fill(path, channel, at, block);
        at += block.limit();
        left -= block.limit();
        block.flip();
        while (block.hasRemaining()) {
          target.put(index++, format.next(block));
        }
      }
    } catch (IOException e) {
      throw WeightsFile.unreadable(path, e);
    }
  }

  private static void fill(Path path, FileChannel channel, long position, ByteBuffer buffer)
      throws IOException {
    long at = position;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, at);
      if (read < 0) {
        throw WeightsException.damaged(path, "it is cut short", new EOFException());
      }
      at += read;
    }
  }
}
