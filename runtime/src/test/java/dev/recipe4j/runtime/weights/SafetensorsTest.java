package dev.recipe4j.runtime.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers, notes and errors of safetensors. */
class SafetensorsTest {
  private static final Network NETWORK = LeNetDescription.of(3);
  private static final ParameterLayout LAYOUT = ParameterLayout.of(NETWORK, new Shape(1, 16, 16));

  @TempDir Path folder;

  private Path write(String header, ByteBuffer numbers) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + json.length + numbers.capacity())
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length)
            .put(json)
            .put(numbers.clear());
    return Files.write(folder.resolve("some.safetensors"), bytes.array());
  }

  private static ByteBuffer numbers(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Test
  void everyFloatingPointTypeIsRead() throws IOException {
    ByteBuffer numbers = numbers(8 + 4 + 6 + 2 + 8);
    numbers.putDouble(0.1).putFloat(-2.5f);
    // Half precision: 65504 is the largest, 2^-24 the smallest, 0x8000 is -0.
    numbers.putShort((short) 0x7bff).putShort((short) 0x0001).putShort((short) 0xc000);
    numbers.putShort((short) 0x3fc0).putLong(7);
    Path path =
        write(
            "{\"__metadata__\":{\"author\":\"me\"},"
                + "\"d\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[0,8]},"
                + "\"f\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[8,12]},"
                + "\"h\":{\"dtype\":\"F16\",\"shape\":[3],\"data_offsets\":[12,18]},"
                + "\"b\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[18,20]},"
                + "\"n\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[20,28]}}   ",
            numbers);
    try (WeightsFile file = WeightsFile.open(path)) {
      assertEquals(Map.of("author", "me"), file.metadata());
      assertEquals("safetensors", file.format());
      assertEquals(0.1f, file.tensor("d").orElseThrow().read().get(0));
      assertEquals(-2.5f, file.tensor("f").orElseThrow().read().get(0));
      FloatBuffer halves = file.tensor("h").orElseThrow().read();
      assertEquals(
          List.of(65504f, 0x1p-24f, -2f), List.of(halves.get(0), halves.get(1), halves.get(2)));
      assertEquals(1.5f, file.tensor("b").orElseThrow().read().get(0));
      assertFalse(file.tensor("n").orElseThrow().isFloatingPoint());
    }
  }

  /** LeNet's tensors with a change. */
  private Path leNet(FloatBuffer parameters, List<StoredTensor> more) throws IOException {
    List<StoredTensor> tensors =
        new ArrayList<>(new NetworkWeights(NETWORK, LAYOUT).tensors("recipe4j", parameters));
    tensors.addAll(more);
    Path path = folder.resolve("lenet.safetensors");
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      SafetensorsWriter.write(channel, tensors, Map.of());
    }
    return path;
  }

  private static LoadReport load(Path path, FloatBuffer target) {
    try (WeightsFile file = WeightsFile.open(path)) {
      return new NetworkWeights(NETWORK, LAYOUT).loadBackbone(file, target);
    }
  }

  private static FloatBuffer parameters() {
    FloatBuffer parameters = FloatBuffer.allocate((int) LAYOUT.size());
    for (int i = 0; i < parameters.capacity(); i++) {
      parameters.put(i, (float) Math.sin(i));
    }
    return parameters;
  }

  @Test
  void numbersComeBackToTheBit() throws IOException {
    StoredTensor extra =
        new StoredTensor("extra", "F32", true, List.of(2L), target -> target.put(0, 1).put(1, 2));
    FloatBuffer read = FloatBuffer.allocate((int) LAYOUT.size());
    LoadReport report = load(leNet(parameters(), List.of(extra)), read);
    assertEquals(parameters(), read);
    assertEquals(List.of("extra"), report.unexpected());
    assertEquals(LAYOUT.entries().size(), report.matched().size());
  }

  @Test
  void aNumberThatIsNotFiniteIsRefusedAndNothingTaken() throws IOException {
    FloatBuffer broken = parameters().put(200, Float.NaN);
    Path path = leNet(broken, List.of());
    FloatBuffer read = FloatBuffer.allocate((int) LAYOUT.size());
    WeightsException e = assertThrows(WeightsException.class, () -> load(path, read));
    assertTrue(String.valueOf(e.getMessage()).contains("has the number NaN"), e.getMessage());
    assertEquals(FloatBuffer.allocate((int) LAYOUT.size()), read);
  }

  @Test
  void aTensorThatIsMissingIsNamed() throws IOException {
    Path path =
        write(
            "{\"conv1.weight\":{\"dtype\":\"F32\",\"shape\":[6,1,5,5],\"data_offsets\":[0,600]}}",
            numbers(600));
    FloatBuffer read = FloatBuffer.allocate((int) LAYOUT.size());
    WeightsException e = assertThrows(WeightsException.class, () -> load(path, read));
    assertTrue(
        String.valueOf(e.getMessage())
            .endsWith(
                "lacks 7 of the 10 tensors of LeNet, 'conv1.bias', 'conv2.bias', 'conv2.weight',"
                    + " 'dense1.weight', ...: take weights of this network and flavour"),
        e.getMessage());
  }

  @Test
  void integersInPlaceOfWeightsAreRefused() throws IOException {
    Path path =
        write(
            "{\"conv1.bias\":{\"dtype\":\"I32\",\"shape\":[6],\"data_offsets\":[0,24]}}",
            numbers(24));
    FloatBuffer read = FloatBuffer.allocate((int) LAYOUT.size());
    WeightsException e = assertThrows(WeightsException.class, () -> load(path, read));
    assertTrue(
        String.valueOf(e.getMessage()).contains("tensor 'conv1.bias' is stored as I32"),
        e.getMessage());
  }

  @Test
  void aFileOfAnotherNetworkIsRefused() throws IOException {
    Path path =
        write(
            "{\"encoder\":{\"dtype\":\"F32\",\"shape\":[6],\"data_offsets\":[0,24]}}", numbers(24));
    FloatBuffer read = FloatBuffer.allocate((int) LAYOUT.size());
    WeightsException e = assertThrows(WeightsException.class, () -> load(path, read));
    assertTrue(
        String.valueOf(e.getMessage())
            .endsWith(
                "holds no tensor of LeNet under a name of recipe4j, DL4J; its first are 'encoder'"),
        e.getMessage());
  }
}
