package dev.recipe4j.runtime.engine.compiled;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.network.Operation;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.Shape;
import dev.recipe4j.network.Tensor.Kind;
import dev.recipe4j.runtime.engine.compiled.Value.Place;
import dev.recipe4j.runtime.engine.onednn.Format;
import dev.recipe4j.runtime.engine.onednn.Window;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What lowerings share while a network is compiled for one size of batch: the program so far, the
 * values of the layers, and in training what goes back after the loss.
 */
final class Compilation implements AutoCloseable {
  private final Network network;
  private final NetworkAnalysis analysis;
  private final ParameterLayout layout;
  private final FloatBuffer parameters;
  private final boolean isTraining;
  private final boolean mayBeWinograd;
  private final ProgramBuilder program = new ProgramBuilder();
  private final WinogradCheck winogradCheck = new WinogradCheck();
  private final Gradients gradients = new Gradients(program);
  private final Map<String, Value> outputs = new HashMap<>();
  private final Map<String, SameBorder> borders = new HashMap<>();
  private final Set<Layer> fused = new HashSet<>();
  private final Deque<Runnable> backward = new ArrayDeque<>();

  /** Zeros around feature maps that the layer after them adds itself. */
  record SameBorder(Value value, int above, int left, int below, int right) {
    /** The border as the padding of what slides over the maps, beside its own. */
    Window window(int kernel, int stride, int padding) {
      return new Window(
          kernel,
          kernel,
          stride,
          1,
          above + padding,
          left + padding,
          below + padding,
          right + padding);
    }
  }

  Compilation(
      Network network,
      Shape input,
      FloatBuffer parameters,
      boolean isTraining,
      boolean mayBeWinograd) {
    this.network = network;
    this.analysis = NetworkAnalysis.of(network, input);
    this.layout = ParameterLayout.of(network, input);
    this.parameters = parameters;
    this.isTraining = isTraining;
    this.mayBeWinograd = mayBeWinograd;
  }

  Network network() {
    return network;
  }

  NetworkAnalysis analysis() {
    return analysis;
  }

  ProgramBuilder program() {
    return program;
  }

  Gradients gradients() {
    return gradients;
  }

  /** The parameters and running statistics themselves. */
  FloatBuffer parameters() {
    return parameters;
  }

  boolean isTraining() {
    return isTraining;
  }

  boolean mayBeWinograd() {
    return mayBeWinograd;
  }

  WinogradCheck winogradCheck() {
    return winogradCheck;
  }

  /**
   * The value of the input, which is written before the program runs.
   *
   * @param batch number of images
   */
  Value images(int batch) {
    Shape shape = analysis.shape(Network.INPUT);
    Value images =
        program.temporary(
            Network.INPUT, Format.rowMajor(batch, shape.channels(), shape.height(), shape.width()));
    program.keepFromStart(images);
    return images;
  }

  /** What a layer reads first. */
  Value input(Layer layer) {
    return input(layer, 0);
  }

  /** What a layer reads. */
  Value input(Layer layer, int number) {
    String name = layer.inputs().get(number);
    return Objects.requireNonNull(outputs.get(name), name);
  }

  /** The value of a layer, or of the input. */
  void output(String layer, Value value) {
    outputs.put(layer, value);
  }

  /** The value of the last layer. */
  Value logits() {
    return Objects.requireNonNull(outputs.get(network.output().name()));
  }

  /** Leaves a border to the layers that read it. */
  void border(Layer layer, SameBorder border) {
    borders.put(layer.name(), border);
    outputs.put(layer.name(), border.value());
  }

  /** The border that a layer has to add to what it reads. */
  Optional<SameBorder> borderBefore(Layer layer) {
    return Optional.ofNullable(borders.get(layer.inputs().get(0)));
  }

  /** The layer after this one, if it is its only reader and computes an operation of the type. */
  Optional<Layer> next(Layer layer, Class<? extends Operation> type) {
    List<Layer> readers = network.readers(layer.name());
    return readers.size() == 1 && type.isInstance(readers.get(0).operation())
        ? Optional.of(readers.get(0))
        : Optional.empty();
  }

  /** Says that a layer is computed together with one before it. */
  void fuse(Layer layer) {
    fused.add(layer);
  }

  boolean isFused(Layer layer) {
    return fused.contains(layer);
  }

  /** A parameter of a layer, row-major. */
  Value parameter(Layer layer, Kind kind, Format format) {
    return part(Place.PARAMETERS, layer, kind, format);
  }

  /** The gradient of a parameter, row-major. */
  Value gradient(Layer layer, Kind kind, Format format) {
    return part(Place.GRADIENT, layer, kind, format);
  }

  private Value part(Place place, Layer layer, Kind kind, Format format) {
    return Value.partOf(place, layer.name() + " " + kind, format, offset(layer, kind));
  }

  /** Index of the first float of a parameter. */
  int offset(Layer layer, Kind kind) {
    return layout.entries().stream()
        .filter(entry -> entry.layer().equals(layer) && entry.tensor().kind() == kind)
        .mapToInt(entry -> Math.toIntExact(entry.offset()))
        .findFirst()
        .orElseThrow();
  }

  /** Adds what is done on the way back; the last one first. */
  void onTheWayBack(Runnable lowering) {
    if (isTraining) {
      backward.push(lowering);
    }
  }

  /** Lowers the way back. */
  void goBack() {
    while (!backward.isEmpty()) {
      backward.pop().run();
    }
  }

  /**
   * The finished program. Nothing can be lowered afterwards.
   *
   * @throws OutOfNativeMemoryException if its memory cannot be had
   */
  Program finish() {
    // Its memory first: the two together would be more than the program needs.
    winogradCheck.close();
    return program.finish(parameters, NativeMemory::of);
  }

  @Override
  public void close() {
    winogradCheck.close();
    program.close();
  }
}
