package dev.recipe4j.network;

import dev.recipe4j.MobileNetV3.Size;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.network.ConvolutionBlocks.Convention;
import dev.recipe4j.network.ConvolutionBlocks.Padding;
import dev.recipe4j.network.Operation.Activation;
import dev.recipe4j.network.Operation.Activation.Function;
import dev.recipe4j.network.Operation.Add;
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
 *     of 1280 without bias and a steeper hard-sigmoid; KERAS has a stem of 16 at any width and
 *     expands by the paper's factors, so that other widths have other channels
 */
public record MobileNetV3Description(Size size, double width, NetworkStyle style) {
  private static final double DROPOUT = 0.2;
  private static final double SQUEEZE = 0.25;
  private static final int STEM = 16;

  /** Channels before the pooling, as a multiple of those of the last block. */
  private static final int LAST_EXPANSION = 6;

  private static final int HEAD = 1280;

  /** Of the small network in torchvision and Keras. */
  private static final int SMALL_HEAD = 1024;

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
    ConvolutionBlocks blocks = new ConvolutionBlocks(net, convention());
    int channels = style == NetworkStyle.KERAS ? STEM : scaled(STEM);
    String x = blocks.convolutionNorm("stem", channels, 3, 2, Network.INPUT);
    x = blocks.activation("stem", HS, x);
    List<Block> rows = size == Size.LARGE ? LARGE : SMALL;
    int published = STEM;
    for (int i = 0; i < rows.size(); i++) {
      Block row = rows.get(i);
      int expanded =
          style == NetworkStyle.KERAS
              ? Channels.divisible((double) channels * row.expanded() / published)
              : scaled(row.expanded());
      x = add(net, blocks, "block" + (i + 1), row, channels, expanded, x);
      channels = scaled(row.output());
      published = row.output();
    }
    int last = isPaddle() ? scaled(LAST_EXPANSION * published) : LAST_EXPANSION * channels;
    x = blocks.convolutionNorm("last", last, 1, 1, x);
    x = blocks.activation("last", HS, x);
    x = net.add("pool", new GlobalAveragePooling(), x);
    x = hiddenHead(net, blocks, x);
    x = net.add("head.hardswish", new Activation(HS), x);
    x = net.add("dropout", new Dropout(DROPOUT), x);
    net.add("head", new Dense(classes, headInitialization()), x);
    return net.build();
  }

  private String add(
      Network.Builder net,
      ConvolutionBlocks blocks,
      String name,
      Block block,
      int channels,
      int expanded,
      String input) {
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
      x = squeezeAndExcite(net, blocks, name + ".se", expanded, x);
    }
    x = blocks.convolutionNorm(name + ".project", output, 1, 1, x);
    boolean isResidual = block.stride() == 1 && channels == output;
    return isResidual ? net.add(name + ".add", new Add(), input, x) : x;
  }

  /** Scales each feature map by a factor computed from the means of all (arXiv 1709.01507). */
  private String squeezeAndExcite(
      Network.Builder net, ConvolutionBlocks blocks, String name, int channels, String input) {
    int squeezed = isPaddle() ? (int) (channels * SQUEEZE) : Channels.divisible(channels * SQUEEZE);
    String x = net.add(name + ".pool", new GlobalAveragePooling(), input);
    x = blocks.pointwise(name + ".squeeze", squeezed, true, x);
    x = net.add(name + ".relu", new Activation(Function.RELU), x);
    x = blocks.pointwise(name + ".excite", channels, true, x);
    x = net.add(name + ".hardsigmoid", new HardSigmoid(isPaddle() ? 0.2 : 1.0 / 6, 0.5), x);
    return net.add(name + ".scale", new Scale(), input, x);
  }

  /** A convolution of the means in Paddle and Keras, a dense layer in torchvision. */
  private String hiddenHead(Network.Builder net, ConvolutionBlocks blocks, String input) {
    return switch (style) {
      case PADDLE -> blocks.pointwise("head.conv", HEAD, false, input);
      case TORCHVISION -> {
        int channels = Channels.divisible(unscaledHead() * width);
        yield net.add("head.dense", new Dense(channels, headInitialization()), input);
      }
      case KERAS -> {
        int channels = width > 1 ? Channels.divisible(unscaledHead() * width) : unscaledHead();
        yield blocks.pointwise("head.conv", channels, true, input);
      }
    };
  }

  private int unscaledHead() {
    return size == Size.LARGE ? HEAD : SMALL_HEAD;
  }

  private Convention convention() {
    return switch (style) {
      case PADDLE -> Convention.PADDLE;
      case TORCHVISION -> Convention.torchvision(1e-3, 0.99);
      case KERAS -> Convention.keras(1e-3, 0.999, Padding.SAME, false);
    };
  }

  private DenseInitialization headInitialization() {
    return style == NetworkStyle.TORCHVISION
        ? DenseInitialization.SMALL_NORMAL
        : DenseInitialization.GLOROT_UNIFORM;
  }

  private boolean isPaddle() {
    return style == NetworkStyle.PADDLE;
  }

  private int scaled(int channels) {
    return Channels.divisible(channels * width);
  }
}
