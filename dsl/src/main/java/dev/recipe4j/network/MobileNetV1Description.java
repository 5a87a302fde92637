package dev.recipe4j.network;

import dev.recipe4j.network.Operation.Dense;
import dev.recipe4j.network.Operation.Dense.DenseInitialization;
import dev.recipe4j.network.Operation.GlobalAveragePooling;

/** MobileNetV1 as in PaddleClas: ReLU, channels {@code (int) (c * width)} without rounding. */
public final class MobileNetV1Description {
  private static final int[][] CHANNELS_AND_STRIDES = {
    {64, 1}, {128, 2}, {128, 1}, {256, 2}, {256, 1}, {512, 2}, {512, 1}, {512, 1}, {512, 1},
    {512, 1}, {512, 1}, {1024, 2}, {1024, 1}
  };

  private MobileNetV1Description() {}

  /** The network of the given width and number of outputs. */
  public static Network of(double width, int classes) {
    Network.Builder net = Network.named("MobileNetV1");
    ConvolutionBlocks blocks = new ConvolutionBlocks(net);
    int channels = scaled(32, width);
    String x = blocks.convolutionNormRelu("stem", channels, 3, 2, Network.INPUT);
    for (int i = 0; i < CHANNELS_AND_STRIDES.length; i++) {
      String name = "block" + (i + 1);
      x = blocks.depthwiseNormRelu(name + ".depthwise", channels, CHANNELS_AND_STRIDES[i][1], x);
      channels = scaled(CHANNELS_AND_STRIDES[i][0], width);
      x = blocks.convolutionNormRelu(name + ".pointwise", channels, 1, 1, x);
    }
    x = net.add("pool", new GlobalAveragePooling(), x);
    net.add("head", new Dense(classes, DenseInitialization.UNIFORM_FAN_IN), x);
    return net.build();
  }

  private static int scaled(int channels, double width) {
    return (int) (channels * width);
  }
}
