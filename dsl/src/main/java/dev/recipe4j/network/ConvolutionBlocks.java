package dev.recipe4j.network;

import dev.recipe4j.network.Operation.Activation;
import dev.recipe4j.network.Operation.Activation.Function;
import dev.recipe4j.network.Operation.BatchNormalization;
import dev.recipe4j.network.Operation.Convolution;
import dev.recipe4j.network.Operation.SamePadding;

/** Convolution, batch normalisation and activation in the combinations that networks share. */
final class ConvolutionBlocks {
  /** Paddle and torch agree: epsilon 1e-5, a tenth of each batch enters the running statistics. */
  private static final BatchNormalization NORM = new BatchNormalization(1e-5, 0.9);

  private final Network.Builder net;
  private final BatchNormalization norm;
  private final Padding padding;
  private final boolean bias;

  /** How a strided convolution is padded. */
  enum Padding {
    /** The same on all sides. */
    SYMMETRIC,
    /** As TensorFlow's SAME. */
    SAME
  }

  ConvolutionBlocks(Network.Builder net) {
    this(net, NORM, Padding.SYMMETRIC, false);
  }

  /**
   * Blocks of a flavour.
   *
   * @param bias whether convolutions have a bias although a normalisation follows
   */
  ConvolutionBlocks(Network.Builder net, BatchNormalization norm, Padding padding, boolean bias) {
    this.net = net;
    this.norm = norm;
    this.padding = padding;
    this.bias = bias;
  }

  /** Convolution, padded to keep the size at stride 1; batch normalisation. */
  String convolutionNorm(String name, int filters, int kernel, int stride, String input) {
    return convolutionNorm(name, filters, kernel, stride, 1, input);
  }

  /** As {@link #convolutionNorm}, with ReLU. */
  String convolutionNormRelu(String name, int filters, int kernel, int stride, String input) {
    return relu(name, convolutionNorm(name, filters, kernel, stride, input));
  }

  /** Depthwise convolution, batch normalisation. */
  String depthwiseNorm(String name, int channels, int kernel, int stride, String input) {
    return convolutionNorm(name, channels, kernel, stride, channels, input);
  }

  /** ReLU named after the block it ends. */
  String relu(String name, String input) {
    return activation(name, Function.RELU, input);
  }

  /** Activation named after the block it ends. */
  String activation(String name, Function function, String input) {
    String suffix =
        switch (function) {
          case RELU -> ".relu";
          case RELU6 -> ".relu6";
          case HARD_SWISH -> ".hardswish";
        };
    return net.add(name + suffix, new Activation(function), input);
  }

  private String convolutionNorm(
      String name, int filters, int kernel, int stride, int groups, String input) {
    boolean padsApart = padding == Padding.SAME && stride > 1 && kernel > 1;
    String padded =
        padsApart ? net.add(name + ".pad", new SamePadding(kernel, stride), input) : input;
    int border = padsApart ? 0 : (kernel - 1) / 2;
    String x =
        net.add(
            name + ".conv", new Convolution(filters, kernel, stride, border, groups, bias), padded);
    return net.add(name + ".norm", norm, x);
  }
}
