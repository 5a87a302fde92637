package dev.recipe4j.runtime.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.recipe4j.network.Tensor.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a graph's {@code configuration.json} says about the parameters of its layers. The names of
 * classes in it are compared with a list, and never looked up.
 */
final class Dl4jConfiguration {
  private static final String CLASS = "@class";
  private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";

  /** Packages of DL4J and ND4J from which a graph of stock layers names classes. */
  private static final Set<String> PACKAGES =
      Set.of(
          "org.deeplearning4j.nn.conf.graph",
          "org.deeplearning4j.nn.conf.layers",
          "org.deeplearning4j.nn.conf.layers.misc",
          "org.deeplearning4j.nn.conf.dropout",
          "org.deeplearning4j.nn.conf.preprocessor",
          "org.deeplearning4j.nn.conf.distribution",
          "org.deeplearning4j.nn.weights",
          "org.nd4j.linalg.activations.impl",
          "org.nd4j.linalg.learning.config",
          "org.nd4j.linalg.learning.regularization",
          "org.nd4j.linalg.lossfunctions.impl",
          "org.nd4j.linalg.schedule");

  /** Bounds the memory of the tree; a ResNet152 has 48,000. */
  private static final int MOST_TOKENS = 250_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxTokenCount(MOST_TOKENS)
                          .maxNestingDepth(32)
                          .maxNumberLength(40)
                          .maxStringLength(1 << 16)
                          .build())
                  .build())
          .build();

  private final Path path;
  private final List<Part> parts = new ArrayList<>();
  private long offset;

  /**
   * One tensor among the coefficients.
   *
   * @param name {@code layer/parameter}
   * @param shape as row-major as the coefficients lie
   * @param offset index of its first number
   * @param isDeviation whether it is the logarithm of a standard deviation in place of a variance
   */
  record Part(String name, List<Long> shape, long offset, boolean isDeviation) {
    long size() {
      return shape.stream().reduce(1L, Math::multiplyExact);
    }

    long end() {
      return Math.addExact(offset, size());
    }

    float value(float stored) {
      return isDeviation ? (float) Math.pow(10, 2.0 * stored) : stored;
    }
  }

  private Dl4jConfiguration(Path path) {
    this.path = path;
  }

  /**
   * The tensors in the order of the coefficients.
   *
   * @throws WeightsException if the JSON is damaged, names a class that is not on the list, or has
   *     a layer whose parameters are not known here
   */
  static List<Part> parse(Path path, byte[] json) {
    try {
      return new Dl4jConfiguration(path).parse(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw WeightsException.damaged(
          path,
          "its configuration cannot be read (%s)"
              .formatted(WeightsException.shown(e.getOriginalMessage())),
          e);
    } catch (ArithmeticException e) {
      throw WeightsException.damaged(path, "its layers have impossible sizes", e);
    } catch (IOException e) {
      throw WeightsFile.unreadable(path, e);
    }
  }

  private List<Part> parse(JsonNode root) {
    requireKnownClasses(root);
    JsonNode vertices = root.path("vertices");
    JsonNode order = root.path("topologicalOrderStr");
    if (!vertices.isObject() || !order.isArray()) {
      throw new WeightsException(
          "%s is no graph with an order of its vertices: only ComputationGraphs of DL4J 1.0 are read"
              .formatted(path));
    }
    for (JsonNode name : order) {
      JsonNode layer = vertices.path(name.asText()).at("/layerConf/layer");
      if (layer.isObject()) {
        addLayer(name.asText(), layer);
      }
    }
    return List.copyOf(parts);
  }

  private void requireKnownClasses(JsonNode node) {
    JsonNode named = node.get(CLASS);
    if (named != null) {
      String name = named.asText();
      int dot = Math.max(0, name.lastIndexOf('.'));
      if (!PACKAGES.contains(name.substring(0, dot))) {
        throw new WeightsException(
            "%s names the class %s, which is none of DL4J's stock classes: it is not read"
                .formatted(path, WeightsException.shown(name)));
      }
    }
    node.forEach(this::requireKnownClasses);
  }

  /** Shapes and order as DL4J's parameter initialisers have them. */
  private void addLayer(String name, JsonNode layer) {
    String type = layer.path(CLASS).asText();
    switch (type.startsWith(LAYERS) ? type.substring(LAYERS.length()) : type) {
      case "ConvolutionLayer" -> {
        long[] kernel = kernel(name, layer);
        addBias(name, layer);
        add(
            name,
            Kind.WEIGHT,
            size(name, layer, "nout"),
            size(name, layer, "nin"),
            kernel[0],
            kernel[1]);
      }
      case "DepthwiseConvolution2D" -> {
        long[] kernel = kernel(name, layer);
        addBias(name, layer);
        add(
            name,
            Kind.WEIGHT,
            kernel[0],
            kernel[1],
            size(name, layer, "nin"),
            size(name, layer, "depthMultiplier"));
      }
      case "DenseLayer", "OutputLayer" -> {
        // A matrix [in, out] in Fortran order: as [out, in] in ours.
        add(name, Kind.WEIGHT, size(name, layer, "nout"), size(name, layer, "nin"));
        addBias(name, layer);
      }
      case "BatchNormalization" -> {
        if (layer.path("lockGammaBeta").asBoolean(false)) {
          throw unknown(name, type + " with lockGammaBeta");
        }
        long channels = size(name, layer, "nout");
        add(name, Kind.GAMMA, channels);
        add(name, Kind.BETA, channels);
        add(name, Kind.MEAN, channels);
        append(name, Kind.VARIANCE, layer.path("useLogStd").asBoolean(true), channels);
      }
      case "ActivationLayer",
          "SubsamplingLayer",
          "GlobalPoolingLayer",
          "LossLayer",
          "DropoutLayer",
          "ZeroPaddingLayer" -> {}
      default -> throw unknown(name, type);
    }
  }

  private WeightsException unknown(String name, String type) {
    return new WeightsException(
        "%s: layer '%s' is a %s, whose parameters are not read"
            .formatted(path, WeightsException.shown(name), WeightsException.shown(type)));
  }

  private void addBias(String name, JsonNode layer) {
    if (layer.path("hasBias").asBoolean(true)) {
      add(name, Kind.BIAS, size(name, layer, "nout"));
    }
  }

  private void add(String name, Kind kind, long... shape) {
    append(name, kind, false, shape);
  }

  private void append(String name, Kind kind, boolean isDeviation, long... shape) {
    List<Long> sides = java.util.Arrays.stream(shape).boxed().toList();
    Part part = new Part(Dl4jNames.name(name, kind), sides, offset, isDeviation);
    offset = part.end();
    parts.add(part);
  }

  private long[] kernel(String name, JsonNode layer) {
    JsonNode kernel = layer.path("kernelSize");
    return new long[] {
      positive(name, "kernelSize", kernel.path(0)), positive(name, "kernelSize", kernel.path(1))
    };
  }

  private long size(String name, JsonNode layer, String member) {
    return positive(name, member, layer.path(member));
  }

  private long positive(String name, String member, JsonNode number) {
    if (!number.canConvertToInt() || number.asInt() < 1) {
      throw WeightsException.damaged(
          path,
          "layer '%s' has %s %s"
              .formatted(
                  WeightsException.shown(name),
                  member,
                  WeightsException.shown(Objects.toString(number))));
    }
    return number.asInt();
  }
}
