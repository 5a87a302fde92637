package dev.recipe4j.runtime.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.NetworkStyle;
import dev.recipe4j.network.MobileNetV1Description;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.Shape;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small h5 files as Keras lays them out, sound and spoilt; the published file has a test too. */
class H5ReaderTest {
  /** The library makes objects of every group. */
  private static final long ALLOWANCE = 8 << 20;

  /** Of width 1/32: 1 to 32 channels. */
  private static final Network NETWORK = MobileNetV1Description.of(1.0 / 32, NetworkStyle.KERAS, 5);

  private static final ParameterLayout LAYOUT = ParameterLayout.of(NETWORK, new Shape(3, 32, 32));

  @TempDir Path folder;

  private static FloatBuffer parameters() {
    FloatBuffer parameters = FloatBuffer.allocate((int) LAYOUT.size());
    for (int i = 0; i < parameters.capacity(); i++) {
      parameters.put(i, 1 + i / 7f);
    }
    return parameters;
  }

  /** A whole model: {@code model_weights/layer/layer/weight:0}. */
  private Path model() {
    Path path = folder.resolve("model.h5");
    try (WritableHdfFile file = HdfFile.write(path)) {
      WritableGroup weights = file.putGroup("model_weights");
      for (StoredTensor tensor :
          new NetworkWeights(NETWORK, LAYOUT).tensors("Keras", parameters())) {
        String layer = tensor.name().substring(0, tensor.name().indexOf('/'));
        if (weights.getChild(layer) == null) {
          weights.putGroup(layer).putGroup(layer);
        }
        WritableGroup outer = (WritableGroup) weights.getChild(layer);
        ((WritableGroup) outer.getChild(layer))
            .putDataset(tensor.name().substring(layer.length() + 1) + ":0", nested(tensor));
      }
    }
    return path;
  }

  private static Object nested(StoredTensor tensor) {
    float[] numbers = new float[(int) tensor.size()];
    tensor.read().get(0, numbers);
    int[] sides = tensor.shape().stream().mapToInt(Long::intValue).toArray();
    return nested(numbers, 0, numbers.length, sides, 0);
  }

  private static Object nested(float[] numbers, int from, int to, int[] sides, int dimension) {
    if (dimension == sides.length - 1) {
      return Arrays.copyOfRange(numbers, from, to);
    }
    int step = (to - from) / sides[dimension];
    int[] rest = Arrays.copyOfRange(sides, dimension + 1, sides.length);
    Object array =
        java.lang.reflect.Array.newInstance(
            float.class, Arrays.copyOfRange(sides, dimension, sides.length));
    for (int i = 0; i < sides[dimension]; i++) {
      java.lang.reflect.Array.set(
          array, i, nested(numbers, from + i * step, from + (i + 1) * step, rest, 0));
    }
    return array;
  }

  private static LoadReport load(Path path, FloatBuffer target) {
    try (WeightsFile file = WeightsFile.open(path)) {
      return new NetworkWeights(NETWORK, LAYOUT).load(file, target);
    }
  }

  @Test
  void readsAModelOfKeras() {
    FloatBuffer read = FloatBuffer.allocate((int) LAYOUT.size());
    LoadReport report = load(model(), read);
    assertEquals("Keras", report.publisher());
    assertEquals(List.of(), report.missing());
    assertEquals(List.of(), report.unexpected());
    assertEquals(parameters(), read);
  }

  @Test
  void readsDoublesAndNamesWeightsOnTheirOwn() {
    Path path = folder.resolve("weights.h5");
    try (WritableHdfFile file = HdfFile.write(path)) {
      file.putGroup("conv1_bn").putGroup("conv1_bn").putDataset("gamma:0", new double[] {0.25});
      file.putDataset("steps", new int[] {3});
    }
    try (WeightsFile file = WeightsFile.open(path)) {
      StoredTensor gamma = file.tensor("conv1_bn/gamma").orElseThrow();
      assertEquals(0.25f, gamma.read().get(0));
      assertEquals(List.of(1L), gamma.shape());
      assertTrue(file.tensor("steps").filter(t -> !t.isFloatingPoint()).isPresent());
    }
  }

  @Test
  void halfAFileIsOneError() throws IOException {
    byte[] whole = Files.readAllBytes(model());
    Path half = Files.write(folder.resolve("half.h5"), Arrays.copyOf(whole, whole.length / 2));
    WeightsException e =
        assertThrows(
            WeightsException.class, () -> load(half, FloatBuffer.allocate((int) LAYOUT.size())));
    assertTrue(String.valueOf(e.getMessage()).startsWith(half + " is damaged: "), e.getMessage());
  }

  @Test
  void spoiltFilesAreReadOrRefused() throws IOException {
    Path sound = model();
    byte[] whole = Files.readAllBytes(sound);
    Random random = new Random(3);
    FloatBuffer target = FloatBuffer.allocate((int) LAYOUT.size());
    HostileFiles hostile = new HostileFiles(ALLOWANCE, () -> load(sound, target));
    for (int i = 0; i < HostileFiles.COUNT; i++) {
      Path path = Files.write(folder.resolve("spoilt.h5"), spoilt(whole, random));
      hostile.read(path, () -> load(path, target));
    }
    hostile.finish("small h5", whole.length);
  }

  /** Bytes behind the signature changed, some to what is an impossible length or address. */
  private static byte[] spoilt(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      int at = Long.BYTES + random.nextInt(bytes.length - 2 * Long.BYTES);
      if (random.nextInt(3) == 0) {
        Arrays.fill(bytes, at, at + Long.BYTES, (byte) (random.nextBoolean() ? 0xff : 0x7f));
      } else {
        bytes[at] = (byte) random.nextInt(256);
      }
    }
    return random.nextInt(5) == 0
        ? Arrays.copyOf(bytes, Long.BYTES + random.nextInt(bytes.length - Long.BYTES))
        : bytes;
  }
}
