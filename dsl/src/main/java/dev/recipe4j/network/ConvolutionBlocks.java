package dev.recipe4j.network;

import dev.recipe4j.network.Operation.Activation;
import dev.recipe4j.network.Operation.Activation.Function;
import dev.recipe4j.network.Operation.BatchNormalization;
import dev.recipe4j.network.Operation.Convolution;

/** Convolution, batch normalisation and ReLU in the combinations that networks share. */
final class ConvolutionBlocks {
  /** Paddle and torch agree: epsilon 1e-5, a tenth of each batch enters the running statistics. */
  private static final BatchNormalization NORM = new BatchNormalization(1e-5, 0.9);

  private final Network.Builder net;

  ConvolutionBlocks(Network.Builder net) {
    this.net = net;
  }

  /** Convolution without bias, padded to keep the size at stride 1; batch normalisation. */
  String convolutionNorm(String name, int filters, int kernel, int stride, String input) {
    return convolutionNorm(name, filters, kernel, stride, 1, input);
  }

  /** As {@link #convolutionNorm}, with ReLU. */
  String convolutionNormRelu(String name, int filters, int kernel, int stride, String input) {
    return relu(name, convolutionNorm(name, filters, kernel, stride, input));
  }

  /** Depthwise 3x3 convolution, batch normalisation, ReLU. */
  String depthwiseNormRelu(String name, int channels, int stride, String input) {
    return relu(name, convolutionNorm(name, channels, 3, stride, channels, input));
  }

  /** ReLU named after the block it ends. */
  String relu(String name, String input) {
    return net.add(name + ".relu", new Activation(Function.RELU), input);
  }

  private String convolutionNorm(
      String name, int filters, int kernel, int stride, int groups, String input) {
    String x =
        net.add(
            name + ".conv",
            new Convolution(filters, kernel, stride, (kernel - 1) / 2, groups, false),
            input);
    return net.add(name + ".norm", NORM, x);
  }
}
