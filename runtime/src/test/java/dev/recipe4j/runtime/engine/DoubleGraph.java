package dev.recipe4j.runtime.engine;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.network.Operation;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.Shape;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The translation of a network in 64-bit floats, where no ReLU switches through rounding. */
final class DoubleGraph implements AutoCloseable {
  private final ParameterLayout layout;
  private final String output;
  private final long classes;
  private final ComputationGraph graph;

  DoubleGraph(Network network, Shape input) {
    this(network, input, configuration -> {});
  }

  /** A graph whose configuration is changed before it is built. */
  DoubleGraph(Network network, Shape input, Consumer<ComputationGraphConfiguration> change) {
    NativeSettings.use(1);
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    this.layout = ParameterLayout.of(network, input);
    this.output = network.output().name();
    this.classes = NetworkAnalysis.of(network, input).shape(output).size();
    ComputationGraphConfiguration configuration =
        GraphTranslation.configuration(network, input, DataType.DOUBLE);
    change.accept(configuration);
    this.graph = new ComputationGraph(configuration);
    graph.init();
    graph.initGradientsView();
  }

  ParameterLayout layout() {
    return layout;
  }

  /** Sets the parameters, in the order of the layout. */
  void set(double[] parameters) {
    DoubleBuffer target =
        graph
            .params()
            .data()
            .pointer()
            .asByteBuffer()
            .order(ByteOrder.nativeOrder())
            .asDoubleBuffer();
    for (Entry entry : layout.entries()) {
      int offset = (int) entry.offset();
      for (int i = 0; i < entry.tensor().size(); i++) {
        target.put(offset + graphIndex(entry, i), parameters[offset + i]);
      }
    }
  }

  /** DL4J's depthwise kernels are [rows, columns, channels, 1]. */
  private static int graphIndex(Entry entry, int i) {
    boolean depthwise =
        entry.layer().operation() instanceof Operation.Convolution convolution
            && convolution.groups() > 1
            && entry.tensor().shape().size() > 1;
    int channels = entry.tensor().shape().get(0);
    int taps = (int) entry.tensor().size() / channels;
    return depthwise ? i % taps * channels + i / taps : i;
  }

  /** Logits of images: in evaluation, or with the statistics of the batch as in training. */
  double[] logits(double[] images, Shape shape, boolean training) {
    INDArray[] outputs =
        graph.output(List.of(output), training, new INDArray[] {array(images, shape)}, null);
    return outputs[0].dup('c').reshape(-1).toDoubleVector();
  }

  /** The mean loss of a training pass, whose gradient {@link #gradient} then gives. */
  double train(double[] images, Shape shape, int[] labels) {
    INDArray array = array(images, shape);
    INDArray oneHot = Nd4j.zeros(DataType.DOUBLE, labels.length, classes);
    for (int n = 0; n < labels.length; n++) {
      oneHot.putScalar(n, labels[n], 1);
    }
    graph.setInputs(array);
    graph.setLabels(oneHot);
    graph.computeGradientAndScore();
    return graph.score();
  }

  /** The gradient of the mean loss of the last pass, in the order of the layout. */
  double[] gradient(int examples) {
    double[] sums = graph.getFlattenedGradients().dup().reshape(-1).toDoubleVector();
    double[] gradient = new double[Math.toIntExact(layout.size())];
    for (Entry entry : layout.entries()) {
      if (entry.tensor().kind().isTrained()) {
        int offset = (int) entry.offset();
        for (int i = 0; i < entry.tensor().size(); i++) {
          gradient[offset + i] = sums[offset + graphIndex(entry, i)] / examples;
        }
      }
    }
    return gradient;
  }

  private static INDArray array(double[] images, Shape shape) {
    long count = images.length / shape.size();
    long[] sizes = {count, shape.channels(), shape.height(), shape.width()};
    return Nd4j.create(images, sizes, 'c').castTo(DataType.DOUBLE);
  }

  @Override
  public void close() {
    graph.clear();
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
  }
}
