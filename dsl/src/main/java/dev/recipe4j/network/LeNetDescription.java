package dev.recipe4j.network;

import dev.recipe4j.network.Operation.Activation;
import dev.recipe4j.network.Operation.Activation.Function;
import dev.recipe4j.network.Operation.Convolution;
import dev.recipe4j.network.Operation.Dense;
import dev.recipe4j.network.Operation.Dense.DenseInitialization;
import dev.recipe4j.network.Operation.Pooling;

/** LeNet-5 with ReLU in place of the sigmoid and max-pooling in place of trained sub-sampling. */
public final class LeNetDescription {
  private LeNetDescription() {}

  /** The network with the given number of outputs. */
  public static Network of(int classes) {
    Network.Builder net = Network.named("LeNet");
    String x = net.add("conv1", new Convolution(6, 5, 1, 2, 1, true), Network.INPUT);
    x = net.add("relu1", new Activation(Function.RELU), x);
    x = net.add("pool1", maxPool(), x);
    x = net.add("conv2", new Convolution(16, 5, 1, 0, 1, true), x);
    x = net.add("relu2", new Activation(Function.RELU), x);
    x = net.add("pool2", maxPool(), x);
    x = net.add("dense1", new Dense(120, DenseInitialization.KAIMING_NORMAL), x);
    x = net.add("relu3", new Activation(Function.RELU), x);
    x = net.add("dense2", new Dense(84, DenseInitialization.KAIMING_NORMAL), x);
    x = net.add("relu4", new Activation(Function.RELU), x);
    net.add("head", new Dense(classes, DenseInitialization.UNIFORM_FAN_IN), x);
    return net.build();
  }

  private static Pooling maxPool() {
    return new Pooling(Pooling.Statistic.MAXIMUM, 2, 2, 0, false);
  }
}
