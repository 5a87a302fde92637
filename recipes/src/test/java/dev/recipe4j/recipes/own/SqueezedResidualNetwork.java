package dev.recipe4j.recipes.own;

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
import dev.recipe4j.spec.Model;

/** The network of {@link SqueezedResidual}. */
public record SqueezedResidualNetwork(int channels, int squeezed) implements Model {
  @Override
  public Network network(int classes) {
    Network.Builder net = Network.named("SqueezedResidual");
    String stem =
        normalized(net, "stem", new Convolution(channels, 3, 2, 1, 1, false), Network.INPUT);
    stem = net.add("stem.relu", new Activation(Function.RELU), stem);
    String block = normalized(net, "block", new Convolution(channels, 3, 1, 1, 1, false), stem);
    String scale = net.add("squeeze.pool", new GlobalAveragePooling(), block);
    scale = net.add("squeeze", new Dense(squeezed, DenseInitialization.KAIMING_NORMAL), scale);
    scale = net.add("squeeze.relu", new Activation(Function.RELU), scale);
    scale = net.add("excite", new Dense(channels, DenseInitialization.KAIMING_NORMAL), scale);
    scale = net.add("excite.sigmoid", new HardSigmoid(1.0 / 6, 0.5), scale);
    block = net.add("scaled", new Scale(), block, scale);
    String sum = net.add("sum", new Add(), stem, block);
    sum = net.add("sum.relu", new Activation(Function.RELU), sum);
    String pooled = net.add("pool", new GlobalAveragePooling(), sum);
    net.add("head", new Dense(classes, DenseInitialization.UNIFORM_FAN_IN), pooled);
    return net.build();
  }

  private static String normalized(
      Network.Builder net, String name, Convolution convolution, String input) {
    return net.add(
        name + ".norm", new BatchNormalization(1e-5, 0.9), net.add(name, convolution, input));
  }
}
