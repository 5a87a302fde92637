package dev.recipe4j.network;

import dev.recipe4j.NetworkStyle;
import dev.recipe4j.network.ConvolutionBlocks.Convention;
import dev.recipe4j.network.ConvolutionBlocks.Padding;
import dev.recipe4j.network.Operation.Activation.Function;
import dev.recipe4j.network.Operation.Add;
import dev.recipe4j.network.Operation.Dense;
import dev.recipe4j.network.Operation.Dense.DenseInitialization;
import dev.recipe4j.network.Operation.Dropout;
import dev.recipe4j.network.Operation.GlobalAveragePooling;

/**
 * MobileNetV2. PaddleClas takes {@code (int) (c * width)} and expands even by a factor of 1;
 * torchvision and Keras round to multiples of 8 and leave that expansion out.
 */
public final class MobileNetV2Description {
  /** Expansion, channels, blocks, stride of the first block. */
  private static final int[][] STAGES = {
    {1, 16, 1, 1},
    {6, 24, 2, 2},
    {6, 32, 3, 2},
    {6, 64, 4, 2},
    {6, 96, 3, 1},
    {6, 160, 3, 2},
    {6, 320, 1, 1}
  };

  private static final int LAST = 1280;
  private static final double TORCHVISION_DROPOUT = 0.2;

  private final double width;
  private final NetworkStyle style;
  private final Network.Builder net = Network.named("MobileNetV2");
  private final ConvolutionBlocks blocks;

  private MobileNetV2Description(double width, NetworkStyle style) {
    this.width = width;
    this.style = style;
    this.blocks =
        new ConvolutionBlocks(
            net,
            switch (style) {
              case PADDLE -> Convention.PADDLE;
              case TORCHVISION -> Convention.TORCHVISION;
              case KERAS -> Convention.keras(1e-3, 0.999, Padding.SAME, false);
            });
  }

  /** The network of the given width, flavour and number of outputs. */
  public static Network of(double width, NetworkStyle style, int classes) {
    return new MobileNetV2Description(width, style).network(classes);
  }

  private Network network(int classes) {
    int channels = scaled(32);
    String x = relu6("stem", blocks.convolutionNorm("stem", channels, 3, 2, Network.INPUT));
    for (int stage = 0; stage < STAGES.length; stage++) {
      int output = outputOf(STAGES[stage][1]);
      for (int block = 0; block < STAGES[stage][2]; block++) {
        String name = "stage%d.block%d".formatted(stage + 1, block + 1);
        int stride = block == 0 ? STAGES[stage][3] : 1;
        String main = block(name, channels, channels * STAGES[stage][0], output, stride, x);
        // PaddleClas adds the shortcut on repeats only, which comes to the same at every width
        // whose channels differ from stage to stage.
        boolean repeats = block > 0 || isResidualByShape(stride, channels, output);
        x = repeats ? net.add(name + ".add", new Add(), x, main) : main;
        channels = output;
      }
    }
    int last = width > 1 ? scaled(LAST) : LAST;
    x = relu6("last", blocks.convolutionNorm("last", last, 1, 1, x));
    x = net.add("pool", new GlobalAveragePooling(), x);
    if (style == NetworkStyle.TORCHVISION) {
      x = net.add("dropout", new Dropout(TORCHVISION_DROPOUT), x);
    }
    DenseInitialization start =
        style == NetworkStyle.TORCHVISION
            ? DenseInitialization.SMALL_NORMAL
            : DenseInitialization.GLOROT_UNIFORM;
    net.add("head", new Dense(classes, start), x);
    return net.build();
  }

  /** An expanding, a depthwise and a linear convolution. */
  private String block(String name, int input, int expanded, int output, int stride, String layer) {
    String x = layer;
    if (expanded != input || style == NetworkStyle.PADDLE) {
      x = relu6(name + ".expand", blocks.convolutionNorm(name + ".expand", expanded, 1, 1, x));
    }
    String depthwise = name + ".depthwise";
    x = relu6(depthwise, blocks.depthwiseNorm(depthwise, expanded, 3, stride, x));
    return blocks.convolutionNorm(name + ".project", output, 1, 1, x);
  }

  private boolean isResidualByShape(int stride, int input, int output) {
    return style != NetworkStyle.PADDLE && stride == 1 && input == output;
  }

  private String relu6(String name, String input) {
    return blocks.activation(name, Function.RELU6, input);
  }

  /** Keras cuts the number of a block before it rounds it, and no other. */
  private int outputOf(int channels) {
    return style == NetworkStyle.KERAS
        ? Channels.divisible((int) (channels * width))
        : scaled(channels);
  }

  private int scaled(int channels) {
    return style == NetworkStyle.PADDLE
        ? (int) (channels * width)
        : Channels.divisible(channels * width);
  }
}
