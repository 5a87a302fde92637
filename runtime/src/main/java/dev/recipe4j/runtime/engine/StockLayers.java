package dev.recipe4j.runtime.engine;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Operation;
import dev.recipe4j.network.Shape;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.nd4j.linalg.activations.Activation;

/** DL4J's layers for the operations that it has as one layer. */
final class StockLayers {
  private StockLayers() {}

  /**
   * A convolution.
   *
   * @param pads whether it pads itself as TensorFlow does, in place of its own padding
   * @throws IllegalArgumentException if its groups are neither one nor one for each channel
   */
  static FeedForwardLayer convolution(
      Layer layer, Operation.Convolution convolution, Shape input, boolean pads) {
    boolean depthwise =
        convolution.groups() > 1
            && convolution.groups() == input.channels()
            && convolution.filters() == input.channels();
    if (convolution.groups() > 1 && !depthwise) {
      throw new IllegalArgumentException(
          "layer %s: DL4J has no convolution of %d groups from %d to %d channels"
              .formatted(
                  layer.name(), convolution.groups(), input.channels(), convolution.filters()));
    }
    ConvolutionLayer.BaseConvBuilder<?> builder =
        depthwise
            ? new DepthwiseConvolution2D.Builder().depthMultiplier(1)
            : new ConvolutionLayer.Builder();
    builder
        .kernelSize(convolution.kernel(), convolution.kernel())
        .stride(convolution.stride(), convolution.stride())
        .padding(convolution.padding(), convolution.padding())
        .convolutionMode(pads ? ConvolutionMode.Same : ConvolutionMode.Truncate)
        .hasBias(convolution.bias())
        .nIn(input.channels())
        .nOut(convolution.filters())
        .activation(Activation.IDENTITY);
    return builder.build();
  }

  static BatchNormalization batchNormalization(Operation.BatchNormalization norm, Shape input) {
    return new BatchNormalization.Builder()
        .nIn(input.channels())
        .nOut(input.channels())
        .eps(norm.epsilon())
        .decay(norm.momentum())
        // Otherwise DL4J keeps log10 of the standard deviation in place of the variance.
        .useLogStd(false)
        .build();
  }

  /** DL4J's number is the probability that an element stays. */
  static DropoutLayer dropout(Operation.Dropout dropout) {
    return new DropoutLayer(1 - dropout.probability());
  }

  static ZeroPaddingLayer padding(Operation.SamePadding padding, Shape input) {
    return new ZeroPaddingLayer(
        padding.before(input.height()),
        padding.after(input.height()),
        padding.before(input.width()),
        padding.after(input.width()));
  }

  /** Keeps the mean as feature maps of one pixel. */
  static GlobalPoolingLayer globalAveragePooling() {
    return new GlobalPoolingLayer.Builder(PoolingType.AVG).collapseDimensions(false).build();
  }

  static SubsamplingLayer pooling(Layer layer, Operation.Pooling pooling, Shape input) {
    SubsamplingLayer.Builder builder =
        new SubsamplingLayer.Builder(
                switch (pooling.statistic()) {
                  case MAXIMUM -> PoolingType.MAX;
                  case MEAN -> PoolingType.AVG;
                })
            .kernelSize(pooling.kernel(), pooling.kernel())
            .stride(pooling.stride(), pooling.stride())
            .avgPoolIncludePadInDivisor(false);
    return (isCutShort(pooling, input)
            ? builder.convolutionMode(sameMode(layer, pooling, input))
            : builder
                .padding(pooling.padding(), pooling.padding())
                .convolutionMode(ConvolutionMode.Truncate))
        .build();
  }

  /** Whether the last square hangs over the edge. */
  private static boolean isCutShort(Operation.Pooling pooling, Shape input) {
    int room = 2 * pooling.padding() - pooling.kernel();
    return pooling.ceil()
        && ((input.height() + room) % pooling.stride() != 0
            || (input.width() + room) % pooling.stride() != 0);
  }

  /**
   * DL4J has no ceiling mode. Its SAME mode is one where that needs one pixel more, which comes
   * after the last.
   */
  private static ConvolutionMode sameMode(Layer layer, Operation.Pooling pooling, Shape input) {
    if (pooling.padding() != 0
        || missing(pooling, input.height()) != 1
        || missing(pooling, input.width()) != 1) {
      throw new IllegalArgumentException(
          "layer %s: DL4J cannot round a pooling of kernel %d, stride %d and padding %d up"
              .formatted(layer.name(), pooling.kernel(), pooling.stride(), pooling.padding()));
    }
    return ConvolutionMode.Same;
  }

  /** Pixels that SAME adds along a side. */
  private static int missing(Operation.Pooling pooling, int size) {
    int output = (size + pooling.stride() - 1) / pooling.stride();
    return (output - 1) * pooling.stride() + pooling.kernel() - size;
  }

  static DenseLayer dense(Operation.Dense dense, Shape input) {
    return new DenseLayer.Builder()
        .nIn(input.size())
        .nOut(dense.outputs())
        .activation(Activation.IDENTITY)
        .build();
  }
}
