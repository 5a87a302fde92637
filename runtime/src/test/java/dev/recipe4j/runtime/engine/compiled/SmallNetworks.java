package dev.recipe4j.runtime.engine.compiled;

import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.Operation.Activation;
import dev.recipe4j.network.Operation.Activation.Function;
import dev.recipe4j.network.Operation.BatchNormalization;
import dev.recipe4j.network.Operation.Convolution;
import dev.recipe4j.network.Operation.Dense;
import dev.recipe4j.network.Operation.Dense.DenseInitialization;
import dev.recipe4j.network.Operation.Dropout;
import dev.recipe4j.network.Operation.GlobalAveragePooling;
import dev.recipe4j.network.Operation.Pooling;
import dev.recipe4j.network.Operation.SamePadding;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.ResNetDescription;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.engine.InitialParameters;
import java.nio.FloatBuffer;

/** Networks that tests of the compiled engine share. */
final class SmallNetworks {
  static final Shape INPUT = new Shape(3, 12, 10);
  static final int CLASSES = 4;

  private SmallNetworks() {}

  /** Convolution, batch normalisation, ReLU, dropout and a classifier that takes any size. */
  static Network dropped() {
    Network.Builder net = Network.named("dropped");
    String x = net.add("stem.conv", new Convolution(17, 3, 1, 1, 1, false), Network.INPUT);
    x = net.add("stem.norm", new BatchNormalization(1e-5, 0.9), x);
    x = net.add("stem.relu", new Activation(Function.RELU), x);
    x = net.add("block.conv", new Convolution(32, 3, 1, 1, 1, true), x);
    x = net.add("block.relu", new Activation(Function.RELU6), x);
    x = net.add("dropout", new Dropout(0.4), x);
    x = net.add("pool", new GlobalAveragePooling(), x);
    net.add("head", new Dense(CLASSES, DenseInitialization.UNIFORM_FAN_IN), x);
    return net.build();
  }

  /** TensorFlow's padding before a pooling, which the compiled engine does not compute. */
  static Network padded() {
    Network.Builder net = Network.named("padded");
    String x = net.add("pad", new SamePadding(3, 2), Network.INPUT);
    x = net.add("pool", new Pooling(Pooling.Statistic.MEAN, 3, 2, 0, false), x);
    net.add("head", new Dense(CLASSES, DenseInitialization.UNIFORM_FAN_IN), x);
    return net.build();
  }

  /** ResNet18 for small images. */
  static Network resNet18() {
    return new ResNetDescription(18, Variant.B, Stem.SMALL, NetworkStyle.TORCHVISION)
        .network(CLASSES);
  }

  /** The values before training. */
  static float[] parameters(Network network, Shape input) {
    ParameterLayout layout = ParameterLayout.of(network, input);
    FloatBuffer parameters = FloatBuffers.direct(layout.size());
    InitialParameters.fill(parameters, layout, 5);
    return EnginePasses.floats(parameters);
  }
}
