package dev.recipe4j.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.MobileNetV3.Size;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.MobileNetV1Description;
import dev.recipe4j.network.MobileNetV3Description;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.ResNetDescription;
import dev.recipe4j.network.Shape;
import dev.recipe4j.network.Tensor.Kind;
import dev.recipe4j.runtime.Dl4jZip;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.weights.HostileFiles;
import dev.recipe4j.runtime.weights.LoadReport;
import dev.recipe4j.runtime.weights.NetworkWeights;
import dev.recipe4j.runtime.weights.WeightsException;
import dev.recipe4j.runtime.weights.WeightsFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** DL4J's zips: written for plain DL4J, and read without it. */
class Dl4jModelTest {
  /** The tree of the configuration, which is packed. */
  private static final long ALLOWANCE = 8 << 20;

  private static final Shape PHOTO = new Shape(3, 32, 32);

  @TempDir Path folder;

  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of(LeNetDescription.of(4), new Shape(1, 16, 16)),
        Arguments.of(MobileNetV1Description.of(0.25, NetworkStyle.KERAS, 4), PHOTO),
        Arguments.of(
            new MobileNetV3Description(Size.SMALL, 0.35, NetworkStyle.TORCHVISION).network(4),
            PHOTO),
        Arguments.of(
            new ResNetDescription(18, Variant.B, Stem.SMALL, NetworkStyle.TORCHVISION).network(4),
            PHOTO));
  }

  private Path export(ReferenceEngine engine) throws IOException {
    InitialParameters.fill(engine.parameters(), engine.layout(), 5);
    Random random = new Random(9);
    for (Entry entry : engine.layout().entries()) {
      if (entry.tensor().kind() == Kind.MEAN || entry.tensor().kind() == Kind.VARIANCE) {
        for (long i = entry.offset(); i < entry.end(); i++) {
          engine.parameters().put((int) i, 0.5f + random.nextFloat());
        }
      }
    }
    Path path = folder.resolve("model.zip");
    try (OutputStream out = Files.newOutputStream(path)) {
      engine.writeModel(out);
    }
    return path;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void plainDl4jGivesTheSameOutputs(Network network, Shape input) throws IOException {
    try (ReferenceEngine engine = new ReferenceEngine(network, input, 1)) {
      Path path = export(engine);
      try (ZipFile zip = new ZipFile(path.toFile())) {
        byte[] json = zip.getInputStream(zip.getEntry("configuration.json")).readAllBytes();
        assertFalse(
            new String(json, StandardCharsets.UTF_8).contains("recipe4j"), "a class of our own");
      }
      Random random = new Random(2);
      float[] pixels = new float[(int) input.size()];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (float) random.nextGaussian();
      }
      FloatBuffer images = FloatBuffers.direct(pixels.length).put(0, pixels);
      FloatBuffer logits = FloatBuffers.direct(4);
      engine.logits(new Minibatch(1, input, images, new int[1]), logits);
      double sum = 0;
      for (int k = 0; k < 4; k++) {
        sum += Math.exp(logits.get(k));
      }
      INDArray shape =
          Nd4j.create(pixels, new long[] {1, input.channels(), input.height(), input.width()}, 'c');
      ComputationGraph plain = ModelSerializer.restoreComputationGraph(path.toFile());
      INDArray outputs = plain.outputSingle(shape);
      for (int k = 0; k < 4; k++) {
        assertEquals(Math.exp(logits.get(k)) / sum, outputs.getDouble(k), 1e-6);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void parametersAreReadWithoutDl4j(Network network, Shape input) throws IOException {
    try (ReferenceEngine engine = new ReferenceEngine(network, input, 1)) {
      FloatBuffer read = FloatBuffers.direct(engine.layout().size());
      LoadReport report = load(export(engine), network, engine.layout(), read);
      assertEquals("DL4J", report.publisher());
      assertEquals(List.of(), report.missing());
      assertEquals(List.of(), report.unexpected());
      assertEquals(-1, engine.parameters().mismatch(read));
    }
  }

  private static LoadReport load(
      Path path, Network network, ParameterLayout layout, FloatBuffer target) {
    try (WeightsFile file = WeightsFile.open(path)) {
      return new NetworkWeights(network, layout).load(file, target);
    }
  }

  /** As DL4J keeps a variance if nothing else is said. */
  @Test
  void theLogarithmOfADeviationIsAVariance() throws IOException {
    ComputationGraphConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .graphBuilder()
            .addInputs("in")
            .addLayer("norm", new BatchNormalization.Builder().nIn(2).nOut(2).build(), "in")
            .addLayer("out", new OutputLayer.Builder().nIn(2).nOut(3).build(), "norm")
            .setOutputs("out")
            .build();
    ComputationGraph graph = new ComputationGraph(configuration);
    graph.init();
    graph.getLayer("norm").getParam("log10stdev").assign(-0.5);
    Path path = folder.resolve("deviation.zip");
    ModelSerializer.writeModel(graph, path.toFile(), true);
    try (WeightsFile file = WeightsFile.open(path)) {
      assertEquals(0.1f, file.tensor("norm/var").orElseThrow().read().get(0), 1e-7f);
      FloatBuffer weights = file.tensor("out/W").orElseThrow().read();
      INDArray expected = graph.getLayer("out").getParam("W");
      assertEquals(List.of(3L, 2L), file.tensor("out/W").orElseThrow().shape());
      for (int out = 0; out < 3; out++) {
        for (int in = 0; in < 2; in++) {
          assertEquals(expected.getFloat(in, out), weights.get(out * 2 + in));
        }
      }
    }
  }

  /** Bytes changed in the archive, and in what is packed in it, which no checksum then tells. */
  @Test
  void spoiltZipsAreReadOrRefused() throws IOException {
    Network network = LeNetDescription.of(4);
    Shape input = new Shape(1, 16, 16);
    byte[] whole;
    byte[] configuration;
    byte[] coefficients;
    ParameterLayout layout;
    try (ReferenceEngine engine = new ReferenceEngine(network, input, 1)) {
      layout = engine.layout();
      Path path = export(engine);
      whole = Files.readAllBytes(path);
      try (ZipFile zip = new ZipFile(path.toFile())) {
        configuration = zip.getInputStream(zip.getEntry("configuration.json")).readAllBytes();
        coefficients = zip.getInputStream(zip.getEntry("coefficients.bin")).readAllBytes();
      }
    }
    Random random = new Random(4);
    Path sound = folder.resolve("model.zip");
    FloatBuffer target = FloatBuffers.direct(layout.size());
    HostileFiles hostile = new HostileFiles(ALLOWANCE, () -> load(sound, network, layout, target));
    for (int i = 0; i < HostileFiles.COUNT; i++) {
      byte[] bytes =
          switch (i % 3) {
            case 0 -> spoilt(whole, random, whole.length);
            case 1 -> Dl4jZip.of(spoilt(configuration, random, configuration.length), coefficients);
            default -> Dl4jZip.of(configuration, spoilt(coefficients, random, 128));
          };
      Path path = Files.write(folder.resolve("spoilt.zip"), bytes);
      hostile.read(path, () -> load(path, network, layout, target));
    }
    hostile.finish("DL4J zip", whole.length);
  }

  private static byte[] spoilt(byte[] whole, Random random, int reach) {
    byte[] bytes = whole.clone();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      // Not the signature of the zip: that would make it another format.
      bytes[4 + random.nextInt(reach - 4)] = (byte) random.nextInt(256);
    }
    return random.nextInt(5) == 0 ? Arrays.copyOf(bytes, 8 + random.nextInt(reach - 8)) : bytes;
  }

  /** As many parameters as a layer claims to have are not made room for. */
  @Test
  void aLayerThatClaimsTooMuchIsRefused() throws IOException {
    String configuration =
        """
        {"topologicalOrderStr": ["a"], "vertices": {"a": {"layerConf": {"layer": {
          "@class": "org.deeplearning4j.nn.conf.layers.DenseLayer",
          "nin": 2000000000, "nout": 2000000000}}}}}
        """;
    Path path =
        Files.write(
            folder.resolve("claim.zip"),
            Dl4jZip.of(configuration.getBytes(StandardCharsets.UTF_8), new byte[64]));
    WeightsException e = assertThrows(WeightsException.class, () -> WeightsFile.open(path));
    assertTrue(
        String.valueOf(e.getMessage()).contains("too few for the 4000000002000000000 parameters"),
        e.getMessage());
  }
}
