package dev.recipe4j.network;

import dev.recipe4j.network.Operation.Activation;
import dev.recipe4j.network.Operation.Activation.Function;
import dev.recipe4j.network.Operation.BatchNormalization;
import dev.recipe4j.network.Operation.BatchNormalization.RunningVariance;
import dev.recipe4j.network.Operation.Convolution;
import dev.recipe4j.network.Operation.Convolution.ConvolutionInitialization;
import dev.recipe4j.network.Operation.SamePadding;

/** Convolution, batch normalisation and activation in the combinations that networks share. */
final class ConvolutionBlocks {
  private final Network.Builder net;
  private final Convention convention;

  /** How a strided convolution is padded. */
  enum Padding {
    /** The same on all sides. */
    SYMMETRIC,
    /**
     * As TensorFlow's SAME. Keras pads some strided convolutions at the end alone, which is the
     * same wherever the size is even.
     */
    SAME
  }

  /**
   * What the networks of a library have in common.
   *
   * @param norm the normalisation after a convolution
   * @param padding of strided convolutions
   * @param bias whether convolutions have a bias although a normalisation follows
   * @param initialization of convolutions
   */
  record Convention(
      BatchNormalization norm,
      Padding padding,
      boolean bias,
      ConvolutionInitialization initialization) {
    /** PaddleClas, with the defaults of Paddle's layers. */
    static final Convention PADDLE =
        new Convention(
            new BatchNormalization(1e-5, 0.9, RunningVariance.BIASED),
            Padding.SYMMETRIC,
            false,
            ConvolutionInitialization.KAIMING_ALL_INPUTS);

    /** torchvision, with the defaults of PyTorch's batch normalisation. */
    static final Convention TORCHVISION = torchvision(1e-5, 0.9);

    static Convention torchvision(double epsilon, double momentum) {
      return new Convention(
          new BatchNormalization(epsilon, momentum, RunningVariance.UNBIASED),
          Padding.SYMMETRIC,
          false,
          ConvolutionInitialization.KAIMING_FAN_OUT);
    }

    /** Keras applications; TensorFlow's fused batch normalisation. */
    static Convention keras(double epsilon, double momentum, Padding padding, boolean bias) {
      return new Convention(
          new BatchNormalization(epsilon, momentum, RunningVariance.UNBIASED),
          padding,
          bias,
          ConvolutionInitialization.GLOROT_UNIFORM);
    }

    Convention with(ConvolutionInitialization other) {
      return new Convention(norm, padding, bias, other);
    }
  }

  ConvolutionBlocks(Network.Builder net, Convention convention) {
    this.net = net;
    this.convention = convention;
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

  /** A 1x1 convolution with or without bias and nothing after it. */
  String pointwise(String name, int filters, boolean bias, String input) {
    return net.add(
        name, new Convolution(filters, 1, 1, 0, 1, bias, convention.initialization()), input);
  }

  private String convolutionNorm(
      String name, int filters, int kernel, int stride, int groups, String input) {
    boolean padsApart = convention.padding() == Padding.SAME && stride > 1 && kernel > 1;
    String padded =
        padsApart ? net.add(name + ".pad", new SamePadding(kernel, stride), input) : input;
    int border = padsApart ? 0 : (kernel - 1) / 2;
    String x =
        net.add(
            name + ".conv",
            new Convolution(
                filters,
                kernel,
                stride,
                border,
                groups,
                convention.bias(),
                convention.initialization()),
            padded);
    return net.add(name + ".norm", convention.norm(), x);
  }
}
