package dev.recipe4j.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;
import dev.recipe4j.MobileNetV3.Size;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.MobileNetV1Description;
import dev.recipe4j.network.MobileNetV2Description;
import dev.recipe4j.network.MobileNetV3Description;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.Operation.Dense;
import dev.recipe4j.network.Operation.Dense.DenseInitialization;
import dev.recipe4j.network.Operation.Dropout;
import dev.recipe4j.network.Operation.GlobalAveragePooling;
import dev.recipe4j.network.Operation.HardSigmoid;
import dev.recipe4j.network.Operation.Pooling;
import dev.recipe4j.network.Operation.Pooling.Statistic;
import dev.recipe4j.network.Operation.SamePadding;
import dev.recipe4j.network.Operation.Scale;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.ResNetDescription;
import dev.recipe4j.network.Shape;
import dev.recipe4j.network.Tensor.Kind;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.compiled.CompiledEngine;
import dev.recipe4j.runtime.engine.compiled.ConvolutionAlgorithm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that are written, computed by ONNX Runtime. */
class OnnxModelTest {
  private static final int CLASSES = 7;

  static Stream<Arguments> networks() {
    Shape colour = new Shape(3, 64, 64);
    return Stream.of(
        Arguments.of(LeNetDescription.of(CLASSES), new Shape(1, 28, 28)),
        Arguments.of(
            new ResNetDescription(18, Variant.VD, Stem.IMAGENET, NetworkStyle.PADDLE)
                .network(CLASSES),
            // Odd sizes: the last windows of the means are partly covered.
            new Shape(3, 70, 50)),
        Arguments.of(MobileNetV1Description.of(0.25, NetworkStyle.KERAS, CLASSES), colour),
        Arguments.of(MobileNetV2Description.of(0.25, NetworkStyle.TORCHVISION, CLASSES), colour),
        Arguments.of(mobileNetV3(NetworkStyle.TORCHVISION), colour),
        Arguments.of(mobileNetV3(NetworkStyle.PADDLE), colour),
        Arguments.of(own(), new Shape(3, 9, 8)));
  }

  private static Network mobileNetV3(NetworkStyle style) {
    return new MobileNetV3Description(Size.SMALL, 0.5, style).network(CLASSES);
  }

  /** Padding before a pooling, factors from a dense layer, and names that the model has too. */
  private static Network own() {
    Network.Builder net = Network.named("own");
    String maps = net.add("images", new SamePadding(3, 2), Network.INPUT);
    maps = net.add("means", new Pooling(Statistic.MEAN, 3, 2, 0, true), maps);
    String x = net.add("pool", new GlobalAveragePooling(), maps);
    x = net.add("factors", new Dense(3, DenseInitialization.UNIFORM_FAN_IN), x);
    x = net.add("line", new HardSigmoid(0.2, 0.5), x);
    x = net.add("scaled", new Scale(), maps, x);
    x = net.add("dropout", new Dropout(0.5), x);
    net.add("logits", new Dense(CLASSES, DenseInitialization.UNIFORM_FAN_IN), x);
    return net.build();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void givesTheLogitsOfTheEngine(Network network, Shape input) throws IOException, OrtException {
    try (Engine engine = engine(network, input)) {
      fill(engine);
      ByteArrayOutputStream model = new ByteArrayOutputStream();
      List<String> names =
          engine.layout().entries().stream()
              .map(entry -> entry.layer().name() + "/" + entry.tensor().kind())
              .toList();
      OnnxModel.write(network, input, engine.parameters(), names, Map.of("recipe", "probe"), model);
      OrtEnvironment onnx = OrtEnvironment.getEnvironment();
      try (OrtSession session = onnx.createSession(model.toByteArray())) {
        assertEquals("probe", session.getMetadata().getCustomMetadataValue("recipe").orElse(""));
        for (int batch : new int[] {2, 5}) {
          check(engine, onnx, session, batch);
        }
      }
    }
  }

  /**
   * The reference engine does not round the sizes of VD's means up, the other does not pad means.
   */
  private static Engine engine(Network network, Shape input) {
    return network.name().equals("own")
        ? new ReferenceEngine(network, input, 1)
        : new CompiledEngine(network, input, 1, ConvolutionAlgorithm.DIRECT);
  }

  private static void check(Engine engine, OrtEnvironment onnx, OrtSession session, int batch)
      throws OrtException {
    Shape shape = engine.input();
    FloatBuffer images = FloatBuffers.direct(batch * shape.size());
    SplittableRandom random = new SplittableRandom(batch);
    for (int i = 0; i < images.capacity(); i++) {
      images.put(i, (float) random.nextGaussian());
    }
    FloatBuffer expected = FloatBuffers.direct((long) batch * CLASSES);
    engine.logits(new Minibatch(batch, shape, images, new int[batch]), expected);
    long[] sizes = {batch, shape.channels(), shape.height(), shape.width()};
    try (OnnxTensor tensor = OnnxTensor.createTensor(onnx, images, sizes);
        Result result = session.run(Map.of("images", tensor))) {
      float[][] logits = (float[][]) result.get("logits").orElseThrow().getValue();
      double square = 0;
      for (int i = 0; i < expected.capacity(); i++) {
        square += expected.get(i) * expected.get(i);
      }
      double tolerance = 1e-4 * Math.sqrt(square / expected.capacity());
      for (int i = 0; i < expected.capacity(); i++) {
        assertEquals(expected.get(i), logits[i / CLASSES][i % CLASSES], tolerance, "logit " + i);
      }
    }
  }

  /** Random parameters, and running statistics that are not those of a fresh network. */
  private static void fill(Engine engine) {
    FloatBuffer parameters = engine.parameters();
    InitialParameters.fill(parameters, engine.layout(), 3);
    SplittableRandom random = new SplittableRandom(4);
    for (Entry entry : engine.layout().entries()) {
      Kind kind = entry.tensor().kind();
      for (int i = (int) entry.offset(); i < entry.end() && kind != Kind.WEIGHT; i++) {
        double moved = 0.2 * random.nextGaussian();
        parameters.put(
            i, parameters.get(i) + (float) (kind == Kind.VARIANCE ? Math.abs(moved) : moved));
      }
    }
  }
}
