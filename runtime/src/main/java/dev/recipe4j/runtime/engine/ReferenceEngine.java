package dev.recipe4j.runtime.engine;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The engine that runs everywhere DL4J does: a {@link ComputationGraph} of stock layers in 32-bit
 * floats. It is the measure for faster ones, which must give the same logits and gradients.
 */
public final class ReferenceEngine implements Engine {
  static {
    NativeSettings.beforeStart();
  }

  private final Network network;
  private final Shape input;
  private final ParameterLayout layout;
  private final ComputationGraph graph;
  private final FloatBuffer parameters;
  private final GraphMemory memory;
  private final int classes;
  private final LogitsCapture capture;
  private final GraphDropout dropout;
  private LossWeights weights = LossWeights.EQUAL;

  /**
   * Builds the graph; its parameters are zeros.
   *
   * @param network what to compute
   * @param input shape of one training example
   * @param threads native threads, at least 1
   * @throws IllegalArgumentException if the network does not take the input or DL4J has no such
   *     layer
   */
  public ReferenceEngine(Network network, Shape input, int threads) {
    NativeSettings.use(threads);
    this.network = network;
    this.input = input;
    this.layout = ParameterLayout.of(network, input);
    NetworkAnalysis analysis = NetworkAnalysis.of(network, input);
    this.classes = Math.toIntExact(analysis.shape(network.output().name()).size());
    this.graph =
        new ComputationGraph(GraphTranslation.configuration(network, input, DataType.FLOAT));
    graph.init();
    graph.initGradientsView();
    GraphLayoutCheck.check(layout, graph);
    this.memory =
        new GraphMemory(
            layout,
            analysis,
            HostMemory.of(graph.params()),
            HostMemory.of(graph.getFlattenedGradients()));
    this.parameters = FloatBuffers.direct(layout.size());
    this.capture = new LogitsCapture(network.output().name());
    graph.setListeners(capture);
    this.dropout = new GraphDropout(network, graph);
  }

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public Shape input() {
    return input;
  }

  @Override
  public ParameterLayout layout() {
    return layout;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public FloatBuffer parameters() {
    return parameters;
  }

  /**
   * The graph with the present parameters: for DL4J's own evaluation, serialisation and transfer
   * learning. Changes made to it are lost at the engine's next pass.
   */
  public ComputationGraph graph() {
    write();
    return graph;
  }

  /** The graph with the present parameters, and images and targets of a batch. */
  ComputationGraph graph(Minibatch batch) {
    graph.setInputs(images(batch));
    setTargets(batch);
    return graph();
  }

  /**
   * Writes the graph with the present parameters as DL4J's ModelSerializer does, without an
   * updater: a zip of stock classes that needs nothing of this project.
   */
  public void writeModel(OutputStream out) throws IOException {
    ModelSerializer.writeModel(graph(), out, false);
  }

  @Override
  public void beginUpdate(long seed, long update) {
    dropout.beginUpdate(seed, update);
  }

  @Override
  public void weighClasses(LossWeights ofClasses) {
    weights = ofClasses;
    graph.clearLayerMaskArrays();
  }

  @Override
  public double gradient(Minibatch batch, FloatBuffer gradient, FloatBuffer logits) {
    requireInput(batch);
    requireLabels(batch);
    capture.into(logits);
    graph.setInputs(images(batch));
    setTargets(batch);
    write();
    dropout.during(graph::computeGradientAndScore);
    HostMemory.fetch(graph.getFlattenedGradients());
    double divisor = weights.divisor(batch);
    memory.takeGradient(batch.size(), divisor, gradient, parameters);
    return SoftmaxCrossEntropy.sum(logits, classes, batch, weights) / divisor;
  }

  @Override
  public void logits(Minibatch batch, FloatBuffer logits) {
    requireFit(batch.shape());
    write();
    String output = network.output().name();
    INDArray[] images = {images(batch)};
    INDArray result =
        outputMeetsOpenWorkspace()
            ? Objects.requireNonNull(graph.feedForward(images, false).get(output), output)
            : graph.output(List.of(output), false, images, null)[0];
    copy(result, logits);
  }

  /**
   * Where the layer before the output is the last to read nothing, DL4J has a workspace open when
   * it takes the output out of workspaces, and never closes it (ComputationGraph's
   * outputOfLayersDetached, tagOutOfScopeUse); the pass that keeps all activations does not. Such
   * networks are short: those of one frozen layer.
   */
  private boolean outputMeetsOpenWorkspace() {
    List<Layer> layers = network.layers();
    return layers.size() == 1
        || network.output().inputs().containsAll(layers.get(layers.size() - 2).inputs());
  }

  /** Convolutions take any size; dense layers after feature maps have weights for one. */
  private void requireFit(Shape shape) {
    if (!shape.equals(input)
        && (!ParameterLayout.of(network, shape).equals(layout)
            || !GraphTranslation.fits(
                network, NetworkAnalysis.of(network, input), NetworkAnalysis.of(network, shape)))) {
      throw new IllegalArgumentException(
          "%s was built for %s, not for %s".formatted(network.name(), input, shape));
    }
  }

  @Override
  public void close() {
    graph.clear();
  }

  private void write() {
    memory.write(parameters);
    HostMemory.written(graph.params());
  }

  private static INDArray images(Minibatch batch) {
    Shape shape = batch.shape();
    INDArray images =
        Nd4j.createUninitialized(
            DataType.FLOAT,
            new long[] {batch.size(), shape.channels(), shape.height(), shape.width()},
            'c');
    HostMemory.of(images).put(0, batch.images(), 0, Math.toIntExact(images.length()));
    HostMemory.written(images);
    return images;
  }

  /** What DL4J calls the mask of the labels multiplies the loss of an example. */
  private void setTargets(Minibatch batch) {
    INDArray targets = Nd4j.createUninitialized(DataType.FLOAT, batch.size(), classes);
    INDArray examples = Nd4j.createUninitialized(DataType.FLOAT, batch.size(), 1);
    FloatBuffer memory = HostMemory.of(targets);
    FloatBuffer exampleMemory = HostMemory.of(examples);
    float[] row = new float[classes];
    for (int i = 0; i < batch.size(); i++) {
      exampleMemory.put(i, (float) weights.target(batch, i, row));
      memory.put(i * classes, row);
    }
    HostMemory.written(targets);
    HostMemory.written(examples);
    graph.setLabels(targets);
    if (!weights.areEqual()) {
      graph.setLayerMaskArrays(null, new INDArray[] {examples});
    }
  }

  /** Copies a matrix of any order, row by row. */
  private static void copy(INDArray matrix, FloatBuffer target) {
    INDArray rows = matrix.ordering() == 'c' && !matrix.isView() ? matrix : matrix.dup('c');
    HostMemory.fetch(rows);
    target.put(0, HostMemory.of(rows), 0, Math.toIntExact(rows.length()));
  }

  /** Takes the logits of a training pass while DL4J's workspace still holds them. */
  private static final class LogitsCapture extends BaseTrainingListener {
    private final String layer;
    private FloatBuffer target = FloatBuffer.allocate(0);

    LogitsCapture(String layer) {
      this.layer = layer;
    }

    void into(FloatBuffer logits) {
      target = logits;
    }

    @Override
    public void onForwardPass(Model model, Map<String, INDArray> activations) {
      copy(Objects.requireNonNull(activations.get(layer), layer), target);
    }
  }
}
