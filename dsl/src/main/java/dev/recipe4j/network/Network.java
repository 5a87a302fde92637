package dev.recipe4j.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A network as a pure description: layers in the order of computation, the last of which gives the
 * logits. It knows neither its input size nor any engine.
 */
public final class Network {
  /** Name by which layers refer to the input image. */
  public static final String INPUT = "input";

  private final String name;
  private final List<Layer> layers;

  private Network(String name, List<Layer> layers) {
    this.name = name;
    this.layers = List.copyOf(layers);
  }

  /** A builder of the network with the given name. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** Name of the architecture, as in {@code ResNet50}. */
  public String name() {
    return name;
  }

  /** Layers, each after those it reads. */
  public List<Layer> layers() {
    return layers;
  }

  /**
   * Names of the stages that have parameters, in the order of computation. A stage is what stands
   * before the first dot in the names of its layers: {@code block3} of {@code block3.pointwise}.
   */
  public Set<String> stages() {
    Set<String> stages = new LinkedHashSet<>();
    layers.stream()
        .filter(layer -> layer.operation().hasParameters())
        .forEach(layer -> stages.add(layer.stage()));
    return Collections.unmodifiableSet(stages);
  }

  /** The layer that gives the logits. */
  public Layer output() {
    return layers.get(layers.size() - 1);
  }

  /** The layers that read a layer, in the order of computation. */
  public List<Layer> readers(String layer) {
    return layers.stream().filter(reader -> reader.inputs().contains(layer)).toList();
  }

  /** Whether nothing but convolutions reads a layer, which then is not the last one. */
  public boolean isOnlyConvolved(String layer) {
    return !output().name().equals(layer)
        && readers(layer).stream()
            .allMatch(reader -> reader.operation() instanceof Operation.Convolution);
  }

  /** Whether any layer normalises over the batch. */
  public boolean hasBatchNormalization() {
    return layers.stream()
        .anyMatch(layer -> layer.operation() instanceof Operation.BatchNormalization);
  }

  /**
   * The network with another dropout before its classifier, the last dense or convolutional layer:
   * in place of a dropout that the classifier reads, or added where there is none. Dropout
   * elsewhere stays.
   *
   * @param probability of an input of the classifier to be 0
   * @throws IllegalArgumentException if the network has no classifier
   */
  public Network withDropout(double probability) {
    Operation dropout = new Operation.Dropout(probability);
    Layer classifier = classifier();
    String features = classifier.inputs().get(0);
    String added = freeName("dropout");
    List<Layer> changed = new ArrayList<>();
    boolean isReplaced = false;
    for (Layer layer : layers) {
      if (layer.name().equals(features) && layer.operation() instanceof Operation.Dropout) {
        changed.add(new Layer(features, dropout, layer.inputs()));
        isReplaced = true;
      } else if (layer.equals(classifier) && !isReplaced) {
        changed.add(new Layer(added, dropout, List.of(features)));
        changed.add(new Layer(layer.name(), layer.operation(), List.of(added)));
      } else {
        changed.add(layer);
      }
    }
    return new Network(name, changed);
  }

  /** The same network in which every dropout keeps all elements. */
  public Network withoutDropout() {
    return new Network(
        name,
        layers.stream()
            .map(
                layer ->
                    layer.operation() instanceof Operation.Dropout
                        ? new Layer(layer.name(), new Operation.Dropout(0), layer.inputs())
                        : layer)
            .toList());
  }

  private Layer classifier() {
    for (int i = layers.size() - 1; i >= 0; i--) {
      Operation operation = layers.get(i).operation();
      if (operation instanceof Operation.Dense || operation instanceof Operation.Convolution) {
        return layers.get(i);
      }
    }
    throw new IllegalArgumentException(name + " has no classifier to put a dropout before");
  }

  private String freeName(String wish) {
    Set<String> names = layers.stream().map(Layer::name).collect(Collectors.toSet());
    String free = wish;
    for (int i = 2; names.contains(free); i++) {
      free = wish + i;
    }
    return free;
  }

  /** Adds layers one by one; every method returns the name of the layer it added. */
  public static final class Builder {
    private final String name;
    private final List<Layer> layers = new ArrayList<>();
    private final Set<String> names = new HashSet<>(Set.of(INPUT));

    private Builder(String name) {
      this.name = name;
    }

    /**
     * Adds a layer.
     *
     * @throws IllegalArgumentException if the name is taken or an input is unknown
     */
    public String add(String layer, Operation operation, String... inputs) {
      for (String input : inputs) {
        if (!names.contains(input)) {
          throw new IllegalArgumentException(layer + " reads the unknown layer " + input);
        }
      }
      if (!names.add(layer)) {
        throw new IllegalArgumentException("two layers named " + layer);
      }
      layers.add(new Layer(layer, operation, List.of(inputs)));
      return layer;
    }

    /** The finished network. */
    public Network build() {
      if (layers.isEmpty()) {
        throw new IllegalArgumentException(name + " has no layers");
      }
      return new Network(name, layers);
    }
  }
}
