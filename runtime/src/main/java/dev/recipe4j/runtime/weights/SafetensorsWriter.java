package dev.recipe4j.runtime.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Map;

/** Writes safetensors of 32-bit floats. */
public final class SafetensorsWriter {
  /** Numbers begin at a multiple of this many bytes, as the reference implementation has it. */
  private static final int ALIGNMENT = 8;

  private static final int BLOCK_FLOATS = 1 << 14;

  private SafetensorsWriter() {}

  /**
   * Writes a file.
   *
   * @param channel receives it from its position on
   * @param tensors in the order in which they are to lie
   * @param metadata notes of the author, by key
   */
  public static void write(
      WritableByteChannel channel, List<StoredTensor> tensors, Map<String, String> metadata)
      throws IOException {
    byte[] header = header(tensors, metadata);
    int padded = (header.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer start =
        ByteBuffer.allocate(Long.BYTES + padded)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(padded)
            .put(header);
    while (start.hasRemaining()) {
      start.put((byte) ' ');
    }
    put(channel, start);
    ByteBuffer block =
        ByteBuffer.allocate(BLOCK_FLOATS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (StoredTensor tensor : tensors) {
      FloatBuffer numbers = tensor.read();
      for (int from = 0; from < numbers.capacity(); from += BLOCK_FLOATS) {
        int count = Math.min(BLOCK_FLOATS, numbers.capacity() - from);
        block.clear();
        block.asFloatBuffer().put(0, numbers, from, count);
        put(channel, block.position(count * Float.BYTES));
      }
    }
  }

  private static byte[] header(List<StoredTensor> tensors, Map<String, String> metadata)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.writeStartObject();
      if (!metadata.isEmpty()) {
        json.writeObjectFieldStart(SafetensorsHeader.METADATA);
        for (Map.Entry<String, String> note : metadata.entrySet()) {
          json.writeStringField(note.getKey(), note.getValue());
        }
        json.writeEndObject();
      }
      long offset = 0;
      for (StoredTensor tensor : tensors) {
        long end = offset + tensor.size() * Float.BYTES;
        json.writeObjectFieldStart(tensor.name());
        json.writeStringField(SafetensorsHeader.TYPE, NumberFormat.F32.name());
        json.writeArrayFieldStart(SafetensorsHeader.SHAPE);
        for (long side : tensor.shape()) {
          json.writeNumber(side);
        }
        json.writeEndArray();
        json.writeArrayFieldStart(SafetensorsHeader.OFFSETS);
        json.writeNumber(offset);
        json.writeNumber(end);
        json.writeEndArray();
        json.writeEndObject();
        offset = end;
      }
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void put(WritableByteChannel channel, ByteBuffer filled) throws IOException {
    filled.flip();
    while (filled.hasRemaining()) {
      channel.write(filled);
    }
  }
}
