package dev.recipe4j.runtime.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The named tensors of a file. Opening one reads and checks what it says about its tensors; it is
 * taken for hostile: nothing is allocated, mapped or followed on its word alone, and no object of a
 * class that it names is made.
 */
public final class WeightsFile implements AutoCloseable {
  private static final int MAGIC_BYTES = 16;
  private static final long H5_MAGIC = 0x0A1A0A0D46444889L;
  private static final int ZIP_MAGIC = 0x04034b50;
  private static final int PICKLE_MAGIC = 0x80;

  private final Path path;
  private final String format;
  private final Map<String, StoredTensor> tensors;
  private final Map<String, String> metadata;
  private final Closing closing;

  /** Ends the access to a file. */
  @FunctionalInterface
  interface Closing {
    void close() throws IOException;
  }

  WeightsFile(
      Path path,
      String format,
      Map<String, StoredTensor> tensors,
      Map<String, String> metadata,
      Closing closing) {
    this.path = path;
    this.format = format;
    this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    this.closing = closing;
  }

  /**
   * Tensors that do not lie in a weights file, such as those of a checkpoint.
   *
   * @param path what messages name
   * @param format what messages call it
   */
  public static WeightsFile of(Path path, String format, List<StoredTensor> tensors) {
    Map<String, StoredTensor> byName = new LinkedHashMap<>();
    tensors.forEach(tensor -> byName.put(tensor.name(), tensor));
    return new WeightsFile(path, format, byName, Map.of(), () -> {});
  }

  /**
   * Opens a file, whose format its first bytes tell.
   *
   * @throws WeightsException if it cannot be read, is damaged or of no format that is read here
   */
  public static WeightsFile open(Path path) {
    if (!Files.exists(path)) {
      throw new WeightsException("there is no %s; check the spelling".formatted(path));
    }
    if (!Files.isRegularFile(path)) {
      throw new WeightsException(path + " is no file; name a file of weights");
    }
    ByteBuffer magic = firstBytes(path);
    if (magic.limit() < MAGIC_BYTES / 2) {
      throw WeightsException.damaged(path, "it has only %d bytes".formatted(magic.limit()));
    }
    if (magic.getLong(0) == H5_MAGIC) {
      return H5Reader.open(path);
    }
    if (magic.getInt(0) == ZIP_MAGIC) {
      return Dl4jReader.open(path);
    }
    // A safetensors header of 128 bytes begins like a pickle, but has its brace after 8 bytes.
    if ((magic.get(0) & 0xff) == PICKLE_MAGIC
        && (magic.limit() == Long.BYTES || magic.get(Long.BYTES) != '{')) {
      throw pickle(path);
    }
    return SafetensorsReader.open(path);
  }

  /** Pickles run code of their author's choice when they are read, and are none of ours. */
  static WeightsException pickle(Path path) {
    return new WeightsException(
        "%s is a Python pickle (.pth, .pdparams), which is not read: convert it to safetensors, see docs/weights.md"
            .formatted(path));
  }

  private static ByteBuffer firstBytes(Path path) {
    ByteBuffer bytes = ByteBuffer.allocate(MAGIC_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel channel = FileChannel.open(path)) {
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // Until there are enough, or no more.
      }
      return bytes.flip();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  static WeightsException unreadable(Path path, IOException e) {
    return new WeightsException("cannot read %s (%s)".formatted(path, e.getMessage()), e);
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Its format, as in {@code safetensors}. */
  public String format() {
    return format;
  }

  /** Its tensors by name, in the order of the file. */
  public Map<String, StoredTensor> tensors() {
    return tensors;
  }

  /** The tensor of a name. */
  public Optional<StoredTensor> tensor(String name) {
    return Optional.ofNullable(tensors.get(name));
  }

  /** What its author noted, by key. */
  public Map<String, String> metadata() {
    return metadata;
  }

  @Override
  public void close() {
    try {
      closing.close();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }
}
