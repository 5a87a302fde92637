package dev.recipe4j.runtime.weights;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.FloatingPoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the h5 files of Keras, weights alone or a whole model. A tensor lies in a group named after
 * its layer, in a group or several named after the layer again; here it is called {@code
 * layer/weight}.
 *
 * <p>The library is pure Java and sees the file as one read-only piece of memory, so that no offset
 * in it can reach beyond its end. Links are not followed: they may lead to other files.
 */
final class H5Reader {
  private static final int MOST_DEPTH = 16;
  private static final int MOST_NODES = 100_000;
  private static final String MODEL = "model_weights";

  private final Path path;
  private final long fileBytes;
  private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
  private int nodes;

  private H5Reader(Path path, long fileBytes) {
    this.path = path;
    this.fileBytes = fileBytes;
  }

  static WeightsFile open(Path path) {
    ByteBuffer bytes = map(path);
    H5Reader reader = new H5Reader(path, bytes.limit());
    try {
      HdfFile file = HdfFile.fromByteBuffer(bytes);
      reader.collect(file, List.of());
      return new WeightsFile(path, "h5", reader.tensors, Map.of(), file::close);
    } catch (WeightsException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      // Whatever the library throws, groups within themselves included: the file is the cause.
      throw WeightsException.damaged(path, "its h5 structure cannot be read", e);
    }
  }

  private static ByteBuffer map(Path path) {
    try (FileChannel channel = FileChannel.open(path)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new WeightsException(
            "%s has %d bytes: h5 is read up to 2 GiB, convert it to safetensors"
                .formatted(path, channel.size()));
      }
      return channel.map(MapMode.READ_ONLY, 0, channel.size());
    } catch (IOException e) {
      throw WeightsFile.unreadable(path, e);
    }
  }

  private void collect(Group group, List<String> above) {
    if (above.size() == MOST_DEPTH) {
      throw WeightsException.damaged(path, "its groups are nested too deep");
    }
    for (Node node : group.getChildren().values()) {
      if (++nodes > MOST_NODES) {
        throw WeightsException.damaged(path, "it has more than %d groups".formatted(MOST_NODES));
      }
      List<String> names = new ArrayList<>(above);
      names.add(node.getName());
      if (node.isLink()) {
        continue;
      }
      if (node instanceof Dataset dataset) {
        add(tensorName(names), dataset);
      } else if (node instanceof Group below) {
        collect(below, names);
      }
    }
  }

  /** {@code model_weights/conv1/conv1/kernel:0} is {@code conv1/kernel}. */
  private static String tensorName(List<String> path) {
    List<String> names = path.get(0).equals(MODEL) ? path.subList(1, path.size()) : path;
    int groups = names.size() - 1;
    if (groups > 0
        && groups % 2 == 0
        && names.subList(0, groups / 2).equals(names.subList(groups / 2, groups))) {
      names = names.subList(groups / 2, names.size());
    }
    String joined = String.join("/", names);
    int end = joined.lastIndexOf(":0");
    return end > 0 && end == joined.length() - 2 ? joined.substring(0, end) : joined;
  }

  private void add(String name, Dataset dataset) {
    Optional<NumberFormat> format = format(dataset);
    List<Long> shape = Arrays.stream(dataset.getDimensions()).mapToObj(Long::valueOf).toList();
    requireRoom(name, shape, dataset.getDataType().getSize());
    StoredTensor tensor =
        new StoredTensor(
            name,
            format.map(NumberFormat::name).orElse("not floating-point"),
            format.isPresent(),
            shape,
            target -> read(name, dataset, format.orElseThrow(), target));
    if (tensors.put(name, tensor) != null) {
      throw WeightsException.damaged(
          path, "it has two tensors '%s'".formatted(WeightsException.shown(name)));
    }
  }

  private void requireRoom(String name, List<Long> shape, int elementBytes) {
    long bytes = elementBytes;
    try {
      for (long side : shape) {
        bytes = Math.multiplyExact(bytes, side);
      }
    } catch (ArithmeticException e) {
      bytes = Long.MAX_VALUE;
    }
    if (bytes < 0 || bytes > fileBytes) {
      throw WeightsException.damaged(
          path,
          "tensor '%s' of shape %s would be larger than the file"
              .formatted(WeightsException.shown(name), shape));
    }
  }

  private static Optional<NumberFormat> format(Dataset dataset) {
    if (!(dataset.getDataType() instanceof FloatingPoint type)) {
      return Optional.empty();
    }
    return switch (type.getSize() + " bytes, exponent " + type.getExponentSize()) {
      case "8 bytes, exponent 11" -> Optional.of(NumberFormat.F64);
      case "4 bytes, exponent 8" -> Optional.of(NumberFormat.F32);
      case "2 bytes, exponent 5" -> Optional.of(NumberFormat.F16);
      case "2 bytes, exponent 8" -> Optional.of(NumberFormat.BF16);
      default -> Optional.empty();
    };
  }

  private void read(String name, Dataset dataset, NumberFormat format, FloatBuffer target) {
    if (!(dataset instanceof ContiguousDataset contiguous)) {
      // Keras writes none, and what is compressed may unpack to any size.
      throw new WeightsException(
          "%s: tensor '%s' is in chunks or compressed, which is not read; save it without"
              .formatted(path, WeightsException.shown(name)));
    }
    try {
      ByteBuffer numbers =
          contiguous.getBuffer().order(((FloatingPoint) dataset.getDataType()).getByteOrder());
      int count = Math.toIntExact(dataset.getSize());
      for (int i = 0; i < count; i++) {
        target.put(i, format.next(numbers));
      }
    } catch (RuntimeException e) {
      throw WeightsException.damaged(
          path, "tensor '%s' cannot be read".formatted(WeightsException.shown(name)), e);
    }
  }
}
