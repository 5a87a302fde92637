package dev.recipe4j.network;

import dev.recipe4j.MobileNetV3.Size;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.network.ConvolutionBlocks.Padding;
import dev.recipe4j.network.Operation.Activation;
import dev.recipe4j.network.Operation.Activation.Function;
import dev.recipe4j.network.Operation.Add;
import dev.recipe4j.network.Operation.BatchNormalization;
import dev.recipe4j.network.Operation.Convolution;
import dev.recipe4j.network.Operation.Dense;
import dev.recipe4j.network.Operation.Dense.DenseInitialization;
import dev.recipe4j.network.Operation.Dropout;
import dev.recipe4j.network.Operation.GlobalAveragePooling;
import dev.recipe4j.network.Operation.HardSigmoid;
import dev.recipe4j.network.Operation.Scale;
import java.util.List;

/**
 * MobileNetV3 (Howard et al., arXiv 1905.02244).
 *
 * @param size LARGE or SMALL
 * @param width factor on the channels
 * @param style PADDLE keeps an expansion of 1, squeezes to a quarter without rounding, has a head
 *     of 1280 without bias and a steeper hard-sigmoid
 */
public record MobileNetV3Description(Size size, double width, NetworkStyle style) {
  private static final double DROPOUT = 0.2;
  private static final double SQUEEZE = 0.25;
  private static final int HEAD = 1280;

  /** One row of the paper's tables. */
  private record Block(
      int kernel, int expanded, int output, boolean squeezes, Function function, int stride) {}

  private static final Function RE = Function.RELU;
  private static final Function HS = Function.HARD_SWISH;

  private static final List<Block> LARGE =
      List.of(
          new Block(3, 16, 16, false, RE, 1),
          new Block(3, 64, 24, false, RE, 2),
          new Block(3, 72, 24, false, RE, 1),
          new Block(5, 72, 40, true, RE, 2),
          new Block(5, 120, 40, true, RE, 1),
          new Block(5, 120, 40, true, RE, 1),
          new Block(3, 240, 80, false, HS, 2),
          new Block(3, 200, 80, false, HS, 1),
          new Block(3, 184, 80, false, HS, 1),
          new Block(3, 184, 80, false, HS, 1),
          new Block(3, 480, 112, true, HS, 1),
          new Block(3, 672, 112, true, HS, 1),
          new Block(5, 672, 160, true, HS, 2),
          new Block(5, 960, 160, true, HS, 1),
          new Block(5, 960, 160, true, HS, 1));

  private static final List<Block> SMALL =
      List.of(
          new Block(3, 16, 16, true, RE, 2),
          new Block(3, 72, 24, false, RE, 2),
          new Block(3, 88, 24, false, RE, 1),
          new Block(5, 96, 40, true, HS, 2),
          new Block(5, 240, 40, true, HS, 1),
          new Block(5, 240, 40, true, HS, 1),
          new Block(5, 120, 48, true, HS, 1),
          new Block(5, 144, 48, true, HS, 1),
          new Block(5, 288, 96, true, HS, 2),
          new Block(5, 576, 96, true, HS, 1),
          new Block(5, 576, 96, true, HS, 1));

  /** The network with the given number of outputs. */
  public Network network(int classes) {
    Network.Builder net = Network.named("MobileNetV3_" + (size == Size.LARGE ? "large" : "small"));
    ConvolutionBlocks blocks = new ConvolutionBlocks(net, norm(), padding(), false);
    int channels = scaled(16);
    String x = blocks.convolutionNorm("stem", channels, 3, 2, Network.INPUT);
    x = blocks.activation("stem", HS, x);
    List<Block> rows = size == Size.LARGE ? LARGE : SMALL;
    for (int i = 0; i < rows.size(); i++) {
      x = add(net, blocks, "block" + (i + 1), rows.get(i), channels, x);
      channels = scaled(rows.get(i).output());
    }
    x = blocks.convolutionNorm("last", scaled(size == Size.LARGE ? 960 : 576), 1, 1, x);
    x = blocks.activation("last", HS, x);
    x = net.add("pool", new GlobalAveragePooling(), x);
    x = net.add("head.conv", new Convolution(head(), 1, 1, 0, 1, !isPaddle()), x);
    x = net.add("head.hardswish", new Activation(HS), x);
    x = net.add("dropout", new Dropout(DROPOUT), x);
    net.add("head", new Dense(classes, DenseInitialization.UNIFORM_FAN_IN), x);
    return net.build();
  }

  private String add(
      Network.Builder net,
      ConvolutionBlocks blocks,
      String name,
      Block block,
      int channels,
      String input) {
    int expanded = scaled(block.expanded());
    int output = scaled(block.output());
    String x = input;
    if (expanded != channels || isPaddle()) {
      x = blocks.convolutionNorm(name + ".expand", expanded, 1, 1, x);
      x = blocks.activation(name + ".expand", block.function(), x);
    }
    String depthwise = name + ".depthwise";
    x = blocks.depthwiseNorm(depthwise, expanded, block.kernel(), block.stride(), x);
    x = blocks.activation(depthwise, block.function(), x);
    if (block.squeezes()) {
      x = squeezeAndExcite(net, name + ".se", expanded, x);
    }
    x = blocks.convolutionNorm(name + ".project", output, 1, 1, x);
    boolean isResidual = block.stride() == 1 && channels == output;
    return isResidual ? net.add(name + ".add", new Add(), input, x) : x;
  }

  /** Scales each feature map by a factor computed from the means of all (arXiv 1709.01507). */
  private String squeezeAndExcite(Network.Builder net, String name, int channels, String input) {
    int squeezed = isPaddle() ? (int) (channels * SQUEEZE) : Channels.divisible(channels * SQUEEZE);
    String x = net.add(name + ".pool", new GlobalAveragePooling(), input);
    x = net.add(name + ".squeeze", new Convolution(squeezed, 1, 1, 0, 1, true), x);
    x = net.add(name + ".relu", new Activation(Function.RELU), x);
    x = net.add(name + ".excite", new Convolution(channels, 1, 1, 0, 1, true), x);
    x = net.add(name + ".hardsigmoid", new HardSigmoid(isPaddle() ? 0.2 : 1.0 / 6, 0.5), x);
    return net.add(name + ".scale", new Scale(), input, x);
  }

  /** Channels before the classifier; torchvision and Keras have fewer in the small network. */
  private int head() {
    return switch (style) {
      case PADDLE -> HEAD;
      case TORCHVISION -> Channels.divisible((size == Size.LARGE ? HEAD : 1024) * width);
      case KERAS -> {
        int channels = size == Size.LARGE ? HEAD : 1024;
        yield width > 1 ? Channels.divisible(channels * width) : channels;
      }
    };
  }

  private BatchNormalization norm() {
    return switch (style) {
      case PADDLE -> new BatchNormalization(1e-5, 0.9);
      case TORCHVISION -> new BatchNormalization(1e-3, 0.99);
      case KERAS -> new BatchNormalization(1e-3, 0.999);
    };
  }

  private Padding padding() {
    return style == NetworkStyle.KERAS ? Padding.SAME : Padding.SYMMETRIC;
  }

  private boolean isPaddle() {
    return style == NetworkStyle.PADDLE;
  }

  private int scaled(int channels) {
    return Channels.divisible(channels * width);
  }
}
