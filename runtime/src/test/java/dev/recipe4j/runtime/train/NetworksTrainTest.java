package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.MobileNetV3.Size;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.Operation.Activation;
import dev.recipe4j.network.Operation.Activation.Function;
import dev.recipe4j.network.Operation.Add;
import dev.recipe4j.network.Operation.BatchNormalization;
import dev.recipe4j.network.Operation.Convolution;
import dev.recipe4j.network.Operation.Dense;
import dev.recipe4j.network.Operation.Dense.DenseInitialization;
import dev.recipe4j.network.Operation.GlobalAveragePooling;
import dev.recipe4j.network.Operation.HardSigmoid;
import dev.recipe4j.network.Operation.Scale;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.InitialParameters;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import dev.recipe4j.spec.MobileNetV1;
import dev.recipe4j.spec.MobileNetV2;
import dev.recipe4j.spec.MobileNetV3;
import dev.recipe4j.spec.Model;
import dev.recipe4j.spec.OpenModel;
import dev.recipe4j.spec.ResNet;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every family of networks, and one of a user's own, learns to tell stripes of three directions.
 */
class NetworksTrainTest {
  private static final int BATCH = 12;
  private static final int CLASSES = 3;

  /** A user's own network: batch normalisation, residual sum, squeeze and excitation. */
  record Own() implements Model {
    @Override
    public Network network(int classes) {
      Network.Builder net = Network.named("Own");
      String stem = net.add("stem", new Convolution(8, 3, 2, 1, 1, false), Network.INPUT);
      stem = net.add("stem.norm", new BatchNormalization(1e-5, 0.9), stem);
      stem = net.add("stem.relu", new Activation(Function.RELU), stem);
      String x = net.add("block", new Convolution(8, 3, 1, 1, 1, false), stem);
      x = net.add("block.norm", new BatchNormalization(1e-5, 0.9), x);
      String s = net.add("se.pool", new GlobalAveragePooling(), x);
      s = net.add("se.squeeze", new Dense(2, DenseInitialization.KAIMING_NORMAL), s);
      s = net.add("se.relu", new Activation(Function.RELU), s);
      s = net.add("se.excite", new Dense(8, DenseInitialization.KAIMING_NORMAL), s);
      s = net.add("se.sigmoid", new HardSigmoid(1.0 / 6, 0.5), s);
      x = net.add("se.scale", new Scale(), x, s);
      x = net.add("block.add", new Add(), stem, x);
      x = net.add("block.swish", new Activation(Function.HARD_SWISH), x);
      x = net.add("pool", new GlobalAveragePooling(), x);
      net.add("head", new Dense(classes, DenseInitialization.UNIFORM_FAN_IN), x);
      return net.build();
    }
  }

  static Stream<Arguments> models() {
    return Stream.of(
        Arguments.of("MobileNetV1 of Keras", new MobileNetV1(0.25, NetworkStyle.KERAS), 0.01),
        Arguments.of("MobileNetV2", new MobileNetV2(0.5, NetworkStyle.PADDLE), 0.02),
        Arguments.of("MobileNetV2 of Keras", new MobileNetV2(0.35, NetworkStyle.KERAS), 0.01),
        Arguments.of(
            "MobileNetV3 small", new MobileNetV3(Size.SMALL, 0.5, NetworkStyle.PADDLE), 0.01),
        Arguments.of(
            "MobileNetV3 large of torchvision",
            new MobileNetV3(Size.LARGE, 0.35, NetworkStyle.TORCHVISION),
            0.05),
        Arguments.of("ResNet18", new ResNet(18, Variant.B, Stem.SMALL, NetworkStyle.PADDLE), 0.01),
        Arguments.of(
            "a user's own", new OpenModel("Own", "Own", List.of(), Optional.of(new Own())), 0.1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void learns(String name, Model model, double learningRate) {
    // The SMALL stem of ResNet keeps the size.
    boolean isLarge = model instanceof ResNet;
    int side = isLarge ? 12 : 32;
    int updates = isLarge ? 8 : 20;
    Shape input = new Shape(3, side, side);
    try (Engine engine = new ReferenceEngine(model.network(CLASSES), input, 1)) {
      InitialParameters.fill(engine.parameters(), engine.layout(), 1);
      FloatBuffer gradient = FloatBuffers.direct(engine.layout().size());
      FloatBuffer velocity = FloatBuffers.direct(engine.layout().size());
      FloatBuffer logits = FloatBuffers.direct((long) BATCH * CLASSES);
      Random random = new Random(2);
      double first = 0;
      double last = 0;
      for (int update = 0; update < updates; update++) {
        engine.beginUpdate(1, update);
        double loss = engine.gradient(stripes(input, random), gradient, logits);
        first += update < 3 ? loss / 3 : 0;
        last += update >= updates - 3 ? loss / 3 : 0;
        for (int i = 0; i < gradient.capacity(); i++) {
          float step = 0.9f * velocity.get(i) + gradient.get(i);
          velocity.put(i, step);
          engine.parameters().put(i, engine.parameters().get(i) - (float) learningRate * step);
        }
      }
      assertTrue(last < 0.75 * first, "loss %.3f at first, %.3f at last".formatted(first, last));
    }
  }

  private static Minibatch stripes(Shape input, Random random) {
    FloatBuffer images = FloatBuffers.direct(BATCH * input.size());
    int[] labels = new int[BATCH];
    for (int n = 0; n < BATCH; n++) {
      labels[n] = n % CLASSES;
      double phase = random.nextDouble() * 2 * Math.PI;
      for (int i = 0; i < input.size(); i++) {
        int row = i / input.width() % input.height();
        int column = i % input.width();
        double along = labels[n] == 0 ? row : labels[n] == 1 ? column : 0.7 * (row + column);
        double value = Math.sin(0.8 * along + phase) + 0.2 * random.nextGaussian();
        images.put(Math.toIntExact(n * input.size() + i), (float) value);
      }
    }
    return new Minibatch(BATCH, input, images, labels);
  }
}
