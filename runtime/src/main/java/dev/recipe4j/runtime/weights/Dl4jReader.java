package dev.recipe4j.runtime.weights;

import dev.recipe4j.runtime.weights.Dl4jConfiguration.Part;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of the zip files of DL4J's ModelSerializer: {@code configuration.json} says
 * which layers there are, {@code coefficients.bin} has their parameters one after the other. DL4J
 * itself would make an object of every class that the file names; here none is made, and no Java
 * object is read from the file.
 */
final class Dl4jReader {
  private static final String CONFIGURATION = "configuration.json";
  private static final String COEFFICIENTS = "coefficients.bin";

  /** The configuration of a ResNet152 takes 0.8 MB. */
  private static final int MOST_CONFIGURATION_BYTES = 1 << 22;

  /** Trained weights are noise to a compressor: they shrink by a tenth. */
  private static final long MOST_RATIO = 4;

  /** For networks of a few parameters, most of whose bytes are names. */
  private static final long ALWAYS_ALLOWED = 1 << 16;

  private final Path path;
  private final ZipFile zip;
  private @Nullable FloatBuffer coefficients;

  private Dl4jReader(Path path, ZipFile zip) {
    this.path = path;
    this.zip = zip;
  }

  static WeightsFile open(Path path) {
    try {
      ZipFile zip = new ZipFile(path.toFile());
      try {
        return new Dl4jReader(path, zip).open();
      } catch (RuntimeException | IOException e) {
        zip.close();
        throw e;
      }
    } catch (IOException | IllegalArgumentException e) {
      // The second for entry names that are no UTF-8.
      throw WeightsException.damaged(
          path, "it is no readable zip (%s)".formatted(e.getMessage()), e);
    }
  }

  private WeightsFile open() throws IOException {
    if (zip.getEntry(CONFIGURATION) == null
        && zip.stream().anyMatch(entry -> entry.getName().endsWith("/data.pkl"))) {
      throw WeightsFile.pickle(path);
    }
    List<Part> parts = Dl4jConfiguration.parse(path, configuration());
    ZipEntry entry = entry(COEFFICIENTS);
    long size = parts.isEmpty() ? 0 : parts.get(parts.size() - 1).end();
    requirePlausible(entry, size);
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (Part part : parts) {
      StoredTensor tensor =
          new StoredTensor(
              part.name(), "F32", true, part.shape(), target -> read(part, size, target));
      if (tensors.put(part.name(), tensor) != null) {
        throw WeightsException.damaged(
            path, "it has two tensors '%s'".formatted(WeightsException.shown(part.name())));
      }
    }
    return new WeightsFile(path, "DL4J zip", tensors, Map.of(), zip::close);
  }

  private byte[] configuration() throws IOException {
    try (InputStream in = zip.getInputStream(entry(CONFIGURATION))) {
      byte[] json = in.readNBytes(MOST_CONFIGURATION_BYTES + 1);
      if (json.length > MOST_CONFIGURATION_BYTES) {
        throw WeightsException.damaged(
            path,
            "%s unpacks to more than %d bytes".formatted(CONFIGURATION, MOST_CONFIGURATION_BYTES));
      }
      return json;
    }
  }

  private ZipEntry entry(String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new WeightsException(
          "%s is a zip without %s, so none that DL4J's ModelSerializer wrote"
              .formatted(path, name));
    }
    return entry;
  }

  /** Before anything is unpacked: as many parameters as the layers have must fit what is packed. */
  private void requirePlausible(ZipEntry entry, long parameters) {
    long most = entry.getCompressedSize() * MOST_RATIO + ALWAYS_ALLOWED;
    if (parameters > most / Float.BYTES || entry.getSize() > most) {
      throw WeightsException.damaged(
          path,
          "%s is packed to %d bytes, too few for the %d parameters of its layers"
              .formatted(COEFFICIENTS, entry.getCompressedSize(), parameters));
    }
  }

  private void read(Part part, long size, FloatBuffer target) {
    FloatBuffer all = coefficients;
    if (all == null) {
      all = coefficients(size);
      coefficients = all;
    }
    int start = Math.toIntExact(part.offset());
    int count = Math.toIntExact(part.size());
    for (int i = 0; i < count; i++) {
      target.put(i, part.value(all.get(start + i)));
    }
  }

  private FloatBuffer coefficients(long size) {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(
                new Limited(zip.getInputStream(entry(COEFFICIENTS)), size * Double.BYTES)))) {
      return Dl4jCoefficients.read(path, in, size);
    } catch (EOFException e) {
      throw WeightsException.damaged(path, COEFFICIENTS + " is cut short", e);
    } catch (IOException e) {
      throw WeightsException.damaged(
          path, "%s cannot be unpacked (%s)".formatted(COEFFICIENTS, e.getMessage()), e);
    }
  }

  /** Ends after the bytes that the parameters can take, whatever the archive would go on with. */
  private static final class Limited extends FilterInputStream {
    private long left;

    Limited(InputStream in, long numbers) {
      super(in);
      left = numbers + ALWAYS_ALLOWED;
    }

    @Override
    public int read() throws IOException {
      int read = left > 0 ? super.read() : -1;
      left -= read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = left > 0 ? super.read(bytes, offset, (int) Math.min(left, length)) : -1;
      left -= Math.max(0, read);
      return read;
    }
  }
}
