package dev.recipe4j.runtime.engine;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.network.Operation;
import dev.recipe4j.network.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Translates a network into the configuration of a DL4J graph of stock layers. Each layer's result
 * is the vertex of its name; what it takes to get there has names below it, as in {@code
 * stem.hardswish/shift}. Neither updater nor regularisation is DL4J's.
 *
 * <p>Results are feature maps, batch x channels x height x width, and matrices only from dense
 * layers on.
 */
final class GraphTranslation {
  /** The vertex after the logits: softmax and its loss. */
  static final String LOSS = "loss";

  private final Network network;
  private final NetworkAnalysis analysis;
  private final GraphBuilder graph;

  /** Layers whose result is a matrix, batch x channels. */
  private final Set<String> matrices = new HashSet<>();

  /** Vertices that hold a matrix as feature maps of one pixel, by the layer of the matrix. */
  private final Map<String, String> matricesAsMaps = new HashMap<>();

  /** Paddings that the convolutions after them do themselves, and what is padded. */
  private final Map<String, String> leftToConvolutions = new HashMap<>();

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
    addOnMatrix(LOSS, loss, network.output().name());
    graph.setOutputs(LOSS);
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
    String name = layer.name();
    String input = layer.inputs().get(0);
    Shape shape = analysis.inputShape(layer);
    if (operation instanceof Operation.Convolution convolution) {
      String padded = leftToConvolutions.getOrDefault(input, input);
      addLayer(
          name, StockLayers.convolution(layer, convolution, shape, !padded.equals(input)), padded);
    } else if (operation instanceof Operation.BatchNormalization norm) {
      addElementwise(name, StockLayers.batchNormalization(norm, shape), input);
    } else if (operation instanceof Operation.Activation activation) {
      addActivation(name, activation.function(), input);
    } else if (operation instanceof Operation.HardSigmoid sigmoid) {
      addHardSigmoid(name, sigmoid, input);
    } else if (operation instanceof Operation.Dropout dropout) {
      addElementwise(name, StockLayers.dropout(dropout), input);
    } else if (operation instanceof Operation.SamePadding padding) {
      addPadding(name, padding, input, shape);
    } else if (operation instanceof Operation.Pooling pooling) {
      addLayer(name, StockLayers.pooling(layer, pooling, shape), input);
    } else if (operation instanceof Operation.GlobalAveragePooling) {
      addLayer(name, StockLayers.globalAveragePooling(), input);
    } else if (operation instanceof Operation.Dense dense) {
      addOnMatrix(name, StockLayers.dense(dense, shape), input);
      matrices.add(name);
    } else if (operation instanceof Operation.Scale) {
      addProduct(name, maps(input), maps(layer.inputs().get(1)));
    } else if (operation instanceof Operation.Add) {
      addSum(name, layer.inputs());
    } else {
      throw new IllegalArgumentException(
          "layer %s: the reference engine cannot compute %s".formatted(name, operation));
    }
  }

  /** A layer of feature maps. */
  private void addLayer(String name, org.deeplearning4j.nn.conf.layers.Layer stock, String input) {
    graph.addLayer(name, stock, maps(input));
  }

  /** A layer that keeps the shape, be it feature maps or a matrix. */
  private void addElementwise(
      String name, org.deeplearning4j.nn.conf.layers.Layer stock, String input) {
    graph.addLayer(name, stock, input);
    if (matrices.contains(input)) {
      matrices.add(name);
    }
  }

  /** A layer of a matrix; feature maps are laid out as one vector each. */
  private void addOnMatrix(
      String name, org.deeplearning4j.nn.conf.layers.Layer stock, String input) {
    if (matrices.contains(input)) {
      graph.addLayer(name, stock, input);
    } else {
      Shape shape = analysis.shape(input);
      graph.addLayer(
          name,
          stock,
          new CnnToFeedForwardPreProcessor(shape.height(), shape.width(), shape.channels()),
          input);
    }
  }

  private void addVertex(String name, GraphVertex vertex, String... inputs) {
    graph.addVertex(name, vertex, inputs);
    if (matrices.contains(inputs[0])) {
      matrices.add(name);
    }
  }

  private void addProduct(String name, String first, String second) {
    addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Product), first, second);
  }

  private void addSum(String name, List<String> inputs) {
    boolean areMatrices = matrices.containsAll(inputs);
    String[] alike =
        inputs.stream().map(input -> areMatrices ? input : maps(input)).toArray(String[]::new);
    addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), alike);
  }

  private void addActivation(String name, Operation.Activation.Function function, String input) {
    switch (function) {
      case RELU -> addElementwise(name, new ActivationLayer(Activation.RELU), input);
      case RELU6 -> addElementwise(name, new ActivationLayer(Activation.RELU6), input);
      case HARD_SWISH -> {
        String cut = addCut(name, 1, 3, input);
        addProduct(name + "/product", input, cut);
        addVertex(name, new ScaleVertex(1.0 / 6), name + "/product");
      }
    }
  }

  /**
   * DL4J's own hard-sigmoid has the slope 0.2 as a 32-bit constant: in 64-bit floats it is exact to
   * eight digits only.
   */
  private void addHardSigmoid(String name, Operation.HardSigmoid sigmoid, String input) {
    String cut = addCut(name, 6 * sigmoid.slope(), 6 * sigmoid.offset(), input);
    addVertex(name, new ScaleVertex(1.0 / 6), cut);
  }

  /** {@code relu6(slope * x + offset)}. */
  private String addCut(String name, double slope, double offset, String input) {
    String line = input;
    if (slope != 1) {
      line = name + "/slope";
      addVertex(line, new ScaleVertex(slope), input);
    }
    addVertex(name + "/shift", new ShiftVertex(offset), line);
    addElementwise(name + "/relu6", new ActivationLayer(Activation.RELU6), name + "/shift");
    return name + "/relu6";
  }

  /**
   * DL4J's convolutions pad themselves as TensorFlow does. That is left to them where they alone
   * read the padding, which spares a copy and follows images of another size.
   */
  private void addPadding(String name, Operation.SamePadding padding, String input, Shape shape) {
    if (isLeftToConvolutions(network, name, padding)) {
      leftToConvolutions.put(name, maps(input));
    } else {
      addLayer(name, StockLayers.padding(padding, shape), input);
    }
  }

  private static boolean isLeftToConvolutions(
      Network network, String name, Operation.SamePadding padding) {
    return !network.output().name().equals(name)
        && network.readers(name).stream().allMatch(layer -> padsFor(layer.operation(), padding));
  }

  /**
   * Whether a graph built for one input size computes the same network at another: what is padded
   * apart keeps the border that it was built with.
   */
  static boolean fits(Network network, NetworkAnalysis built, NetworkAnalysis other) {
    for (Layer layer : network.layers()) {
      if (layer.operation() instanceof Operation.SamePadding padding
          && !isLeftToConvolutions(network, layer.name(), padding)
          && !StockLayers.padding(padding, built.inputShape(layer))
              .equals(StockLayers.padding(padding, other.inputShape(layer)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean padsFor(Operation reader, Operation.SamePadding padding) {
    return reader instanceof Operation.Convolution convolution
        && convolution.padding() == 0
        && convolution.kernel() == padding.kernel()
        && convolution.stride() == padding.stride();
  }

  /** The vertex that holds the result of a layer as feature maps. */
  private String maps(String name) {
    if (!matrices.contains(name)) {
      return name;
    }
    return matricesAsMaps.computeIfAbsent(
        name,
        matrix -> {
          Shape shape = analysis.shape(matrix);
          graph.addVertex(
              matrix + "/maps",
              new PreprocessorVertex(new FeedForwardToCnnPreProcessor(1, 1, shape.channels())),
              matrix);
          return matrix + "/maps";
        });
  }
}
