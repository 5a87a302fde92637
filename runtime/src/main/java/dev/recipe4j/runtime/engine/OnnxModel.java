package dev.recipe4j.runtime.engine;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.network.Operation.Activation;
import dev.recipe4j.network.Operation.Add;
import dev.recipe4j.network.Operation.BatchNormalization;
import dev.recipe4j.network.Operation.Convolution;
import dev.recipe4j.network.Operation.Dense;
import dev.recipe4j.network.Operation.Dropout;
import dev.recipe4j.network.Operation.GlobalAveragePooling;
import dev.recipe4j.network.Operation.HardSigmoid;
import dev.recipe4j.network.Operation.Pooling;
import dev.recipe4j.network.Operation.Pooling.Statistic;
import dev.recipe4j.network.Operation.SamePadding;
import dev.recipe4j.network.Operation.Scale;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.Shape;
import dev.recipe4j.network.Tensor.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A network in evaluation as an ONNX model: operators of version 14, the input {@code images},
 * batch x channels x height x width with any batch, and the output {@code logits}, batch x classes.
 * Results of layers keep their names.
 */
public final class OnnxModel {
  private static final String IMAGES = "images";
  private static final String LOGITS = "logits";

  private final Network network;
  private final NetworkAnalysis analysis;
  private final ParameterLayout layout;
  private final FloatBuffer parameters;
  private final List<String> parameterNames;
  private final OnnxGraph graph = new OnnxGraph();

  /** Names of values in the model, by layer. */
  private final Map<String, String> values = new HashMap<>();

  /** Borders that the convolutions after them add, by layer. */
  private final Map<String, long[]> borders = new HashMap<>();

  /** Values that are matrices, batch x channels. */
  private final Set<String> matrices = new HashSet<>();

  private OnnxModel(
      Network network, Shape input, FloatBuffer parameters, List<String> parameterNames) {
    this.network = network;
    this.analysis = NetworkAnalysis.of(network, input);
    this.layout = ParameterLayout.of(network, input);
    this.parameters = parameters;
    this.parameterNames = parameterNames;
  }

  /**
   * Writes a model.
   *
   * @param input shape of one image
   * @param parameters parameters and running statistics
   * @param parameterNames names of the tensors in the order of the layout
   * @param notes kept in the model as metadata
   * @throws IOException if it cannot be written
   */
  public static void write(
      Network network,
      Shape input,
      FloatBuffer parameters,
      List<String> parameterNames,
      Map<String, String> notes,
      OutputStream out)
      throws IOException {
    new OnnxModel(network, input, parameters, parameterNames).write(input, notes, out);
  }

  private void write(Shape input, Map<String, String> notes, OutputStream out) throws IOException {
    values.put(Network.INPUT, IMAGES);
    graph.input(IMAGES, input);
    network.layers().forEach(this::add);
    String last = value(network.output().name());
    graph.add("Flatten", LOGITS, List.of(last)).integer("axis", 1).end();
    graph.output(LOGITS, analysis.shape(network.output().name()).size());
    graph.write(network.name(), notes, out);
  }

  private String value(String layer) {
    return Objects.requireNonNull(values.get(layer), layer);
  }

  private void add(Layer layer) {
    String name = result(layer);
    String input = value(layer.inputs().get(0));
    values.put(layer.name(), name);
    if (layer.operation() instanceof Convolution convolution) {
      convolve(layer, convolution, maps(input));
    } else if (layer.operation() instanceof BatchNormalization norm) {
      normalize(layer, norm, maps(input));
    } else if (layer.operation() instanceof Activation activation) {
      activate(name, activation, input);
    } else if (layer.operation() instanceof HardSigmoid line) {
      graph
          .add("HardSigmoid", name, List.of(input))
          .number("alpha", line.slope())
          .number("beta", line.offset())
          .end();
      keepForm(input, name);
    } else if (layer.operation() instanceof Pooling pooling) {
      pool(layer, pooling, maps(input));
    } else if (layer.operation() instanceof GlobalAveragePooling) {
      graph.add("GlobalAveragePool", name, List.of(maps(input))).end();
    } else if (layer.operation() instanceof Dense) {
      connect(layer, input);
    } else if (layer.operation() instanceof Add) {
      List<String> terms = layer.inputs().stream().map(this::value).map(this::maps).toList();
      graph.add("Sum", name, terms).end();
    } else if (layer.operation() instanceof Scale) {
      String factors = value(layer.inputs().get(1));
      graph.add("Mul", name, List.of(maps(input), maps(factors))).end();
    } else if (layer.operation() instanceof SamePadding padding) {
      pad(layer, padding, maps(input));
    } else if (layer.operation() instanceof Dropout) {
      values.put(layer.name(), input);
    } else {
      throw new IllegalArgumentException("ONNX has no " + layer.operation());
    }
  }

  /** Name of a layer's result. */
  private static String result(Layer layer) {
    boolean isTaken = layer.name().equals(IMAGES) || layer.name().equals(LOGITS);
    return isTaken ? layer.name() + ".result" : layer.name();
  }

  private void convolve(Layer layer, Convolution convolution, String input) {
    int kernel = convolution.kernel();
    String bias = convolution.bias() ? parameter(layer, Kind.BIAS) : null;
    graph
        .add("Conv", result(layer), present(input, parameter(layer, Kind.WEIGHT), bias))
        .integers("kernel_shape", kernel, kernel)
        .integers("strides", convolution.stride(), convolution.stride())
        .integers("pads", pads(layer, convolution.padding()))
        .integer("group", convolution.groups())
        .end();
  }

  /** What the layer adds itself, and the border before it: above, left, below, right. */
  private long[] pads(Layer layer, int padding) {
    long[] pads = borders.getOrDefault(layer.inputs().get(0), new long[4]).clone();
    for (int i = 0; i < pads.length; i++) {
      pads[i] += padding;
    }
    return pads;
  }

  private void normalize(Layer layer, BatchNormalization norm, String input) {
    graph
        .add(
            "BatchNormalization",
            result(layer),
            List.of(
                input,
                parameter(layer, Kind.GAMMA),
                parameter(layer, Kind.BETA),
                parameter(layer, Kind.MEAN),
                parameter(layer, Kind.VARIANCE)))
        .number("epsilon", norm.epsilon())
        .end();
  }

  private void activate(String name, Activation activation, String input) {
    switch (activation.function()) {
      case RELU -> graph.add("Relu", name, List.of(input)).end();
      case RELU6 -> {
        List<String> bounds =
            List.of(input, graph.constant(name + ".least", 0), graph.constant(name + ".most", 6));
        graph.add("Clip", name, bounds).end();
      }
      case HARD_SWISH -> graph.add("HardSwish", name, List.of(input)).end();
    }
    keepForm(input, name);
  }

  private void pool(Layer layer, Pooling pooling, String input) {
    boolean isMaximum = pooling.statistic() == Statistic.MAXIMUM;
    OnnxGraph.Node node =
        graph
            .add(isMaximum ? "MaxPool" : "AveragePool", result(layer), List.of(input))
            .integers("kernel_shape", pooling.kernel(), pooling.kernel())
            .integers("strides", pooling.stride(), pooling.stride())
            .integers("pads", pads(pooling.padding()))
            .integer("ceil_mode", pooling.ceil() ? 1 : 0);
    if (!isMaximum) {
      node.integer("count_include_pad", 0);
    }
    node.end();
  }

  private static long[] pads(int padding) {
    return new long[] {padding, padding, padding, padding};
  }

  /** Convolutions add the border themselves; before anything else it is an operator. */
  private void pad(Layer layer, SamePadding padding, String input) {
    Shape shape = analysis.inputShape(layer);
    long above = padding.before(shape.height());
    long left = padding.before(shape.width());
    long below = padding.after(shape.height());
    long right = padding.after(shape.width());
    if (network.isOnlyConvolved(layer.name())) {
      borders.put(layer.name(), new long[] {above, left, below, right});
      values.put(layer.name(), input);
    } else {
      String pads = graph.constants(layer.name() + ".pads", 0, 0, above, left, 0, 0, below, right);
      graph.add("Pad", result(layer), List.of(input, pads)).end();
    }
  }

  private void connect(Layer layer, String input) {
    String flat = layer.name() + ".flat";
    graph.add("Flatten", flat, List.of(input)).integer("axis", 1).end();
    graph
        .add(
            "Gemm",
            result(layer),
            List.of(flat, parameter(layer, Kind.WEIGHT), parameter(layer, Kind.BIAS)))
        .integer("transB", 1)
        .end();
    matrices.add(result(layer));
  }

  /** A value as feature maps: a matrix becomes maps of one pixel. */
  private String maps(String value) {
    if (!matrices.contains(value)) {
      return value;
    }
    String maps = value + ".maps";
    if (values.putIfAbsent(maps, maps) == null) {
      graph.add("Unsqueeze", maps, List.of(value, graph.constants(maps + ".axes", 2, 3))).end();
    }
    return maps;
  }

  private void keepForm(String input, String output) {
    if (matrices.contains(input)) {
      matrices.add(output);
    }
  }

  private String parameter(Layer layer, Kind kind) {
    Entry entry =
        layout.entries().stream()
            .filter(part -> part.layer().equals(layer) && part.tensor().kind() == kind)
            .findFirst()
            .orElseThrow();
    String name = parameterNames.get(layout.entries().indexOf(entry));
    int size = Math.toIntExact(entry.tensor().size());
    graph.tensor(
        name, entry.tensor().shape(), parameters.slice(Math.toIntExact(entry.offset()), size));
    return name;
  }

  private static List<String> present(String first, String second, @Nullable String third) {
    return third == null ? List.of(first, second) : List.of(first, second, third);
  }
}
