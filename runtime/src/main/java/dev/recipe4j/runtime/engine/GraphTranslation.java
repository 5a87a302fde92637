package dev.recipe4j.runtime.engine;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.network.Operation;
import dev.recipe4j.network.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Translates a network into the configuration of a DL4J graph of stock layers, one vertex for each
 * layer and under its name. Neither updater nor regularisation is DL4J's.
 */
final class GraphTranslation {
  /** The vertex after the logits: softmax and its loss. */
  static final String LOSS = "loss";

  private final Network network;
  private final NetworkAnalysis analysis;
  private final GraphBuilder graph;

  private GraphTranslation(Network network, Shape input, DataType type) {
    this.network = network;
    this.analysis = NetworkAnalysis.of(network, input);
    this.graph =
        new NeuralNetConfiguration.Builder()
            .dataType(type)
            .updater(new NoOp())
            // Replaced by our own initial values.
            .weightInit(WeightInit.ZERO)
            .trainingWorkspaceMode(WorkspaceMode.ENABLED)
            .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
            .cacheMode(CacheMode.NONE)
            .graphBuilder()
            .addInputs(Network.INPUT);
  }

  /**
   * The configuration.
   *
   * @param type FLOAT for training; DOUBLE shows errors that rounding hides
   * @throws IllegalArgumentException naming a layer that stock layers cannot compute
   */
  static ComputationGraphConfiguration configuration(Network network, Shape input, DataType type) {
    return new GraphTranslation(network, input, type).translate();
  }

  private ComputationGraphConfiguration translate() {
    for (Layer layer : network.layers()) {
      add(layer);
    }
    LossLayer loss =
        new LossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).build();
    graph.addLayer(LOSS, loss, network.output().name()).setOutputs(LOSS);
    ComputationGraphConfiguration configuration = graph.build();
    fixOrder(configuration);
    return configuration;
  }

  /**
   * Makes DL4J compute, and lay out its parameters, in the network's own order. Left alone it sorts
   * breadth first and interleaves main path and shortcut of a residual block. The order is stored
   * with the configuration, so a graph that is saved and read again keeps it.
   */
  private void fixOrder(ComputationGraphConfiguration configuration) {
    List<String> names = new ArrayList<>(List.of(Network.INPUT));
    names.addAll(configuration.getVertices().keySet());
    configuration.setTopologicalOrderStr(names);
    configuration.setTopologicalOrder(IntStream.range(0, names.size()).toArray());
  }

  private void add(Layer layer) {
    Operation operation = layer.operation();
    Shape input = analysis.inputShape(layer);
    if (operation instanceof Operation.Convolution convolution) {
      addLayer(layer, convolution(layer, convolution, input));
    } else if (operation instanceof Operation.BatchNormalization norm) {
      addLayer(layer, batchNormalization(norm, input));
    } else if (operation instanceof Operation.Activation activation) {
      addLayer(layer, new ActivationLayer(function(layer, activation.function())));
    } else if (operation instanceof Operation.Pooling pooling) {
      addLayer(layer, pooling(layer, pooling, input));
    } else if (operation instanceof Operation.GlobalAveragePooling) {
      addLayer(layer, new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
    } else if (operation instanceof Operation.Dense dense) {
      addDense(layer, dense, input);
    } else if (operation instanceof Operation.Add) {
      graph.addVertex(
          layer.name(),
          new ElementWiseVertex(ElementWiseVertex.Op.Add),
          layer.inputs().toArray(String[]::new));
    } else {
      throw new IllegalArgumentException(
          "layer %s: the reference engine cannot compute %s".formatted(layer.name(), operation));
    }
  }

  private void addLayer(Layer layer, org.deeplearning4j.nn.conf.layers.Layer stock) {
    graph.addLayer(layer.name(), stock, layer.inputs().toArray(String[]::new));
  }

  private static FeedForwardLayer convolution(
      Layer layer, Operation.Convolution convolution, Shape input) {
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
        .convolutionMode(ConvolutionMode.Truncate)
        .hasBias(convolution.bias())
        .nIn(input.channels())
        .nOut(convolution.filters())
        .activation(Activation.IDENTITY);
    return builder.build();
  }

  private static BatchNormalization batchNormalization(
      Operation.BatchNormalization norm, Shape input) {
    return new BatchNormalization.Builder()
        .nIn(input.channels())
        .nOut(input.channels())
        .eps(norm.epsilon())
        .decay(norm.momentum())
        // Otherwise DL4J keeps log10 of the standard deviation in place of the variance.
        .useLogStd(false)
        .build();
  }

  private static Activation function(Layer layer, Operation.Activation.Function function) {
    return switch (function) {
      case RELU -> Activation.RELU;
      case RELU6, HARD_SWISH ->
          throw new IllegalArgumentException(
              "layer %s: the reference engine cannot compute %s".formatted(layer.name(), function));
    };
  }

  private static SubsamplingLayer pooling(Layer layer, Operation.Pooling pooling, Shape input) {
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
            ? builder.convolutionMode(sameMode(layer, pooling))
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
   * DL4J has no ceiling mode. Where squares do not overlap its SAME mode is one: the missing pixels
   * come after the last if they are fewer than two.
   */
  private static ConvolutionMode sameMode(Layer layer, Operation.Pooling pooling) {
    if (pooling.padding() != 0 || pooling.kernel() != pooling.stride() || pooling.kernel() > 2) {
      throw new IllegalArgumentException(
          "layer %s: DL4J cannot round a pooling of kernel %d, stride %d and padding %d up"
              .formatted(layer.name(), pooling.kernel(), pooling.stride(), pooling.padding()));
    }
    return ConvolutionMode.Same;
  }

  private void addDense(Layer layer, Operation.Dense dense, Shape input) {
    DenseLayer stock =
        new DenseLayer.Builder()
            .nIn(input.size())
            .nOut(dense.outputs())
            .activation(Activation.IDENTITY)
            .build();
    if (isVector(layer.inputs().get(0))) {
      addLayer(layer, stock);
    } else {
      graph.addLayer(
          layer.name(),
          stock,
          new CnnToFeedForwardPreProcessor(input.height(), input.width(), input.channels()),
          layer.inputs().get(0));
    }
  }

  /** Whether DL4J sees the output of a layer as a matrix, not as feature maps. */
  private boolean isVector(String name) {
    for (Layer layer : network.layers()) {
      if (layer.name().equals(name)) {
        Operation operation = layer.operation();
        return operation instanceof Operation.Dense
            || operation instanceof Operation.GlobalAveragePooling
            || (operation instanceof Operation.Activation && isVector(layer.inputs().get(0)));
      }
    }
    return false;
  }
}
