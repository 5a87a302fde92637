package dev.recipe4j.runtime.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.NetworkStyle;
import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.MobileNetV1Description;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.Dl4jZip;
import dev.recipe4j.runtime.PublicData;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.engine.InitialParameters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A weights file is taken for hostile: it gives one clear error or its numbers, and no crash. */
class HostileFilesTest {
  /** Blocks of the numbers, one after the other, and the objects of the header. */
  private static final long ALLOWANCE = 8 << 20;

  private static final Network NETWORK = LeNetDescription.of(10);
  private static final ParameterLayout LAYOUT = ParameterLayout.of(NETWORK, new Shape(1, 28, 28));

  @TempDir Path folder;

  private static byte[] safetensors() throws IOException {
    FloatBuffer parameters = FloatBuffers.direct(LAYOUT.size());
    InitialParameters.fill(parameters, LAYOUT, 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SafetensorsWriter.write(
        Channels.newChannel(bytes),
        new NetworkWeights(NETWORK, LAYOUT).tensors("recipe4j", parameters),
        Map.of());
    return bytes.toByteArray();
  }

  private static byte[] withHeader(String json, int data) {
    byte[] header = json.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + header.length + data)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .array();
  }

  /** Opens it and reads every number. */
  private void read(byte[] bytes) throws IOException {
    load(Files.write(folder.resolve("weights"), bytes));
  }

  private static void load(Path path) {
    load(path, new NetworkWeights(NETWORK, LAYOUT), FloatBuffers.direct(LAYOUT.size()));
  }

  private static void load(Path path, NetworkWeights weights, FloatBuffer target) {
    try (WeightsFile file = WeightsFile.open(path)) {
      weights.load(file, target);
    }
  }

  private String refusal(byte[] bytes) {
    String message =
        String.valueOf(assertThrows(WeightsException.class, () -> read(bytes)).getMessage());
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.contains("weights"), message);
    return message;
  }

  @Test
  void aSoundFileIsRead() throws IOException {
    read(safetensors());
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 60, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32, 0, 1})
  void aHeaderOfAnotherLengthIsRefused(long length) throws IOException {
    byte[] bytes = safetensors();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
    refusal(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Overlapping, negative, reversed, beyond the end, of another size than the shape.
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-8,0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,1600000]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,9223372036854775807]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}}",
        "{\"a\":{\"dtype\":\"F31\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"a\":7}",
        "[]",
        "{",
        "null"
      })
  void aHeaderThatLiesIsRefused(String json) {
    refusal(withHeader(json, 16));
  }

  @Test
  void mutatedSafetensorsNeverCrash() throws IOException {
    byte[] sound = safetensors();
    Random random = new Random(7);
    Path whole = Files.write(folder.resolve("whole"), sound);
    HostileFiles hostile = new HostileFiles(ALLOWANCE, () -> load(whole));
    for (int i = 0; i < HostileFiles.COUNT; i++) {
      byte[] bytes = mutated(sound, random, i % 2 == 0 ? 2000 : sound.length);
      Path path = Files.write(folder.resolve("weights"), bytes);
      hostile.read(path, () -> load(path));
    }
    hostile.finish("safetensors", sound.length);
  }

  @Test
  void mutatedKerasFilesNeverCrash() throws IOException {
    Path whole = PublicData.file("mobilenet_v1_0.25_224_imagenet/mobilenet_v1_0.25_224.h5");
    byte[] sound = Files.readAllBytes(whole);
    Network network = MobileNetV1Description.of(0.25, NetworkStyle.KERAS, 1000);
    ParameterLayout layout = ParameterLayout.of(network, new Shape(3, 224, 224));
    NetworkWeights weights = new NetworkWeights(network, layout);
    FloatBuffer target = FloatBuffers.direct(layout.size());
    Random random = new Random(8);
    refusal(Arrays.copyOf(sound, sound.length / 2));
    HostileFiles hostile = new HostileFiles(ALLOWANCE, () -> load(whole, weights, target));
    for (int i = 0; i < HostileFiles.COUNT / 4; i++) {
      Path path = Files.write(folder.resolve("weights"), mutated(sound, random, 4000));
      hostile.read(path, () -> load(path, weights, target));
    }
    hostile.finish("h5 of Keras", sound.length);
  }

  /** A few bytes changed among the first ones, or the end cut off. */
  private static byte[] mutated(byte[] sound, Random random, int reach) {
    byte[] bytes = sound.clone();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      bytes[random.nextInt(Math.min(reach, bytes.length))] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private static byte[] zip(String configuration, byte[] coefficients) throws IOException {
    return Dl4jZip.of(configuration.getBytes(StandardCharsets.UTF_8), coefficients);
  }

  /** 200 MB of zeros in 200 kB. */
  @Test
  void aZipBombIsRefused() throws IOException {
    byte[] bomb = zip("{}", new byte[200_000_000]);
    assertTrue(bomb.length < 1_000_000);
    refusal(bomb);
  }

  /** 4 MB of empty lists in 4 kB: as a tree they would take twenty times as much. */
  @Test
  void aConfigurationOfMillionsOfNodesIsRefused() throws IOException {
    Path bomb =
        Files.write(
            folder.resolve("weights"), zip("[" + "[],".repeat(1_300_000) + "[]]", new byte[64]));
    assertTrue(Files.size(bomb) < 10_000);
    long before = HostileFiles.allocated();
    WeightsException e = assertThrows(WeightsException.class, () -> WeightsFile.open(bomb));
    long taken = HostileFiles.allocated() - before;
    assertTrue(String.valueOf(e.getMessage()).contains("Token count"), e.getMessage());
    assertTrue(taken < 40_000_000, taken + " bytes");
  }

  @Test
  void aZipThatNamesForeignClassesIsRefused() throws IOException {
    String configuration =
        "{\"vertices\":{\"a\":{\"@class\":\"java.net.URL\",\"layerConf\":{\"layer\":{\"@class\":\"com.acme.Evil\"}}}}}";
    refusal(zip(configuration, new byte[64]));
  }

  @Test
  void aPickleIsNotRead() {
    for (int size : new int[] {8, 9, 64}) {
      byte[] pickle = new byte[size];
      pickle[0] = (byte) 0x80;
      assertTrue(refusal(pickle).contains("is a Python pickle"));
    }
  }
}
