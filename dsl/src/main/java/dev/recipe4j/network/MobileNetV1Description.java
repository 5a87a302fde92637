package dev.recipe4j.network;

import dev.recipe4j.NetworkStyle;
import dev.recipe4j.network.ConvolutionBlocks.Convention;
import dev.recipe4j.network.ConvolutionBlocks.Padding;
import dev.recipe4j.network.Operation.Activation.Function;
import dev.recipe4j.network.Operation.Convolution.ConvolutionInitialization;
import dev.recipe4j.network.Operation.Dense;
import dev.recipe4j.network.Operation.Dense.DenseInitialization;
import dev.recipe4j.network.Operation.Dropout;
import dev.recipe4j.network.Operation.GlobalAveragePooling;

/**
 * MobileNetV1, channels {@code (int) (c * width)} without rounding. PaddleClas has ReLU; Keras has
 * ReLU6, TensorFlow's padding and a dropout of 0.001.
 */
public final class MobileNetV1Description {
  private static final int[][] CHANNELS_AND_STRIDES = {
    {64, 1}, {128, 2}, {128, 1}, {256, 2}, {256, 1}, {512, 2}, {512, 1}, {512, 1}, {512, 1},
    {512, 1}, {512, 1}, {1024, 2}, {1024, 1}
  };
  private static final Convention KERAS = Convention.keras(1e-3, 0.99, Padding.SAME, false);

  /** PaddleClas asks for the fan-in of a group here, unlike in its other networks. */
  private static final Convention PADDLE =
      Convention.PADDLE.with(ConvolutionInitialization.KAIMING_FAN_IN);

  private static final double KERAS_DROPOUT = 1e-3;

  private MobileNetV1Description() {}

  /** PaddleClas's network of the given width and number of outputs. */
  public static Network of(double width, int classes) {
    return of(width, NetworkStyle.PADDLE, classes);
  }

  /** The network of the given width, flavour and number of outputs. */
  public static Network of(double width, NetworkStyle style, int classes) {
    boolean isKeras = style == NetworkStyle.KERAS;
    Network.Builder net = Network.named("MobileNetV1");
    ConvolutionBlocks blocks = new ConvolutionBlocks(net, isKeras ? KERAS : PADDLE);
    Function function = isKeras ? Function.RELU6 : Function.RELU;
    int channels = scaled(32, width);
    String x =
        blocks.activation(
            "stem", function, blocks.convolutionNorm("stem", channels, 3, 2, Network.INPUT));
    for (int i = 0; i < CHANNELS_AND_STRIDES.length; i++) {
      String name = "block" + (i + 1);
      int stride = CHANNELS_AND_STRIDES[i][1];
      String depthwise = name + ".depthwise";
      x = blocks.depthwiseNorm(depthwise, channels, 3, stride, x);
      x = blocks.activation(depthwise, function, x);
      channels = scaled(CHANNELS_AND_STRIDES[i][0], width);
      String pointwise = name + ".pointwise";
      x = blocks.convolutionNorm(pointwise, channels, 1, 1, x);
      x = blocks.activation(pointwise, function, x);
    }
    x = net.add("pool", new GlobalAveragePooling(), x);
    if (isKeras) {
      x = net.add("dropout", new Dropout(KERAS_DROPOUT), x);
    }
    DenseInitialization start =
        isKeras ? DenseInitialization.GLOROT_UNIFORM : DenseInitialization.KAIMING_NORMAL;
    net.add("head", new Dense(classes, start), x);
    return net.build();
  }

  private static int scaled(int channels, double width) {
    return (int) (channels * width);
  }
}
