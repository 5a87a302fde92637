package dev.recipe4j.network;

import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import dev.recipe4j.network.ConvolutionBlocks.Convention;
import dev.recipe4j.network.ConvolutionBlocks.Padding;
import dev.recipe4j.network.Operation.Add;
import dev.recipe4j.network.Operation.Dense;
import dev.recipe4j.network.Operation.Dense.DenseInitialization;
import dev.recipe4j.network.Operation.GlobalAveragePooling;
import dev.recipe4j.network.Operation.Pooling;

/**
 * Residual networks with the stride on the 3x3 convolution ("v1.5").
 *
 * @param depth 18, 34, 50, 101 or 152
 * @param variant form of stem and shortcuts
 * @param stem first layers
 * @param style PADDLE has a projection shortcut in the first block of every stage; KERAS, published
 *     for bottlenecks only, strides in the first convolution of a block ("v1") and has biases
 */
public record ResNetDescription(int depth, Variant variant, Stem stem, NetworkStyle style) {
  private static final int[] STAGE_CHANNELS = {64, 128, 256, 512};

  /** Output channels of a bottleneck as a multiple of its inner channels. */
  private static final int EXPANSION = 4;

  /** The network with the given number of outputs. */
  public Network network(int classes) {
    Network.Builder net = Network.named("ResNet" + depth + (variant == Variant.VD ? "_vd" : ""));
    ConvolutionBlocks blocks = new ConvolutionBlocks(net, convention());
    String x = stem(net, blocks);
    int channels = STAGE_CHANNELS[0];
    int[] blockCounts = blockCounts();
    for (int stage = 0; stage < STAGE_CHANNELS.length; stage++) {
      for (int block = 0; block < blockCounts[stage]; block++) {
        String name = "stage%d.block%d".formatted(stage + 1, block + 1);
        int stride = stage > 0 && block == 0 ? 2 : 1;
        int inner = STAGE_CHANNELS[stage];
        int output = isBottleneck() ? inner * EXPANSION : inner;
        boolean projects =
            block == 0 && (style == NetworkStyle.PADDLE || stride != 1 || output != channels);
        String main = mainPath(blocks, name, inner, stride, x);
        String shortcut = projects ? projection(net, blocks, name, output, stride, x) : x;
        x = blocks.relu(name, net.add(name + ".add", new Add(), main, shortcut));
        channels = output;
      }
    }
    x = net.add("pool", new GlobalAveragePooling(), x);
    net.add("head", new Dense(classes, headInitialization()), x);
    return net.build();
  }

  private String stem(Network.Builder net, ConvolutionBlocks blocks) {
    if (stem == Stem.SMALL) {
      return blocks.convolutionNormRelu("stem", 64, 3, 1, Network.INPUT);
    }
    String x;
    if (variant == Variant.VD) {
      x = blocks.convolutionNormRelu("stem1", 32, 3, 2, Network.INPUT);
      x = blocks.convolutionNormRelu("stem2", 32, 3, 1, x);
      x = blocks.convolutionNormRelu("stem3", 64, 3, 1, x);
    } else {
      x = blocks.convolutionNormRelu("stem", 64, 7, 2, Network.INPUT);
    }
    return net.add("stem.pool", new Pooling(Pooling.Statistic.MAXIMUM, 3, 2, 1, false), x);
  }

  private String mainPath(
      ConvolutionBlocks blocks, String name, int inner, int stride, String input) {
    if (isBottleneck()) {
      int first = isKeras() ? stride : 1;
      String x = blocks.convolutionNormRelu(name + ".conv1", inner, 1, first, input);
      x = blocks.convolutionNormRelu(name + ".conv2", inner, 3, stride / first, x);
      return blocks.convolutionNorm(name + ".conv3", inner * EXPANSION, 1, 1, x);
    }
    String x = blocks.convolutionNormRelu(name + ".conv1", inner, 3, stride, input);
    return blocks.convolutionNorm(name + ".conv2", inner, 3, 1, x);
  }

  private String projection(
      Network.Builder net,
      ConvolutionBlocks blocks,
      String name,
      int output,
      int stride,
      String input) {
    String shortcut = name + ".shortcut";
    if (variant == Variant.VD && stride != 1) {
      String pooled =
          net.add(
              shortcut + ".pool", new Pooling(Pooling.Statistic.MEAN, 2, stride, 0, true), input);
      return blocks.convolutionNorm(shortcut, output, 1, 1, pooled);
    }
    return blocks.convolutionNorm(shortcut, output, 1, stride, input);
  }

  private Convention convention() {
    return switch (style) {
      case PADDLE -> Convention.PADDLE;
      case TORCHVISION -> Convention.TORCHVISION;
      case KERAS -> Convention.keras(1.001e-5, 0.99, Padding.SYMMETRIC, true);
    };
  }

  private DenseInitialization headInitialization() {
    return switch (style) {
      case PADDLE -> DenseInitialization.UNIFORM_FAN_IN;
      case TORCHVISION -> DenseInitialization.UNIFORM_FAN_IN_WITH_BIAS;
      case KERAS -> DenseInitialization.GLOROT_UNIFORM;
    };
  }

  private boolean isKeras() {
    return style == NetworkStyle.KERAS;
  }

  private boolean isBottleneck() {
    return depth >= 50;
  }

  private int[] blockCounts() {
    return switch (depth) {
      case 18 -> new int[] {2, 2, 2, 2};
      case 34, 50 -> new int[] {3, 4, 6, 3};
      case 101 -> new int[] {3, 4, 23, 3};
      case 152 -> new int[] {3, 8, 36, 3};
      default -> throw new IllegalArgumentException("no ResNet of depth " + depth);
    };
  }
}
