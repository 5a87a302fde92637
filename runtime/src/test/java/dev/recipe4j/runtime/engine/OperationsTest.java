package dev.recipe4j.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.Operation;
import dev.recipe4j.network.Operation.Activation;
import dev.recipe4j.network.Operation.Activation.Function;
import dev.recipe4j.network.Operation.Add;
import dev.recipe4j.network.Operation.Convolution;
import dev.recipe4j.network.Operation.Dense;
import dev.recipe4j.network.Operation.Dense.DenseInitialization;
import dev.recipe4j.network.Operation.GlobalAveragePooling;
import dev.recipe4j.network.Operation.HardSigmoid;
import dev.recipe4j.network.Operation.Pooling;
import dev.recipe4j.network.Operation.SamePadding;
import dev.recipe4j.network.Operation.Scale;
import dev.recipe4j.network.Shape;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation as DL4J computes it: values by hand, gradients by finite differences. */
class OperationsTest {
  private static final Shape INPUT = new Shape(2, 6, 5);
  private static final int[] LABELS = {0, 2, 1, 2};

  @Test
  void activationsAreTheirFormulas() {
    double[] x = {-7, -3, -2.5, -1, -0.1, 0, 0.5, 2.5, 3, 5.9, 6, 9};
    for (int i = 0; i < x.length; i++) {
      assertEquals(Math.max(0, x[i]), value(new Activation(Function.RELU), x[i]), 1e-15);
      double six = Math.min(6, Math.max(0, x[i]));
      assertEquals(six, value(new Activation(Function.RELU6), x[i]), 1e-15);
      double swish = x[i] * Math.min(6, Math.max(0, x[i] + 3)) / 6;
      assertEquals(swish, value(new Activation(Function.HARD_SWISH), x[i]), 1e-14);
      for (double slope : new double[] {0.2, 1.0 / 6}) {
        double sigmoid = Math.min(1, Math.max(0, slope * x[i] + 0.5));
        assertEquals(sigmoid, value(new HardSigmoid(slope, 0.5), x[i]), 1e-14);
      }
    }
  }

  /** One element, through the operation and a dense layer of weight 1. */
  private static double value(Operation operation, double x) {
    Network.Builder net = Network.named("net");
    String y = net.add("operation", operation, Network.INPUT);
    net.add("head", dense(1), y);
    Shape single = new Shape(1, 1, 1);
    try (DoubleGraph graph = new DoubleGraph(net.build(), single)) {
      graph.set(new double[] {1, 0});
      return graph.logits(new double[] {x}, single, false)[0];
    }
  }

  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of("hard-swish", of(new Activation(Function.HARD_SWISH))),
        Arguments.of("ReLU6", of(new Activation(Function.RELU6))),
        Arguments.of("hard-sigmoid", of(new HardSigmoid(0.2, 0.5))),
        Arguments.of("padding that a pooling reads too", padded(true)),
        Arguments.of("padding left to convolutions", padded(false)),
        Arguments.of("squeeze and excitation", squeezed(false)),
        Arguments.of("squeeze and excitation of dense layers", squeezed(true)),
        Arguments.of("activation beside a shortcut", preactivation()),
        Arguments.of("convolution as classifier", convolutionalHead()),
        Arguments.of("mixed sum", mixedSum()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void gradientMatchesFiniteDifferences(String name, Network network) {
    try (DoubleGraph graph = new DoubleGraph(network, INPUT)) {
      Random random = new Random(3);
      double[] images = random.doubles(4 * INPUT.size(), -2, 2).toArray();
      double[] parameters = random.doubles(graph.layout().size(), -1, 1).toArray();
      graph.set(parameters);
      graph.train(images, INPUT, LABELS);
      double[] gradient = graph.gradient(4);
      double step = 1e-6;
      for (int i = 0; i < parameters.length; i++) {
        double value = parameters[i];
        parameters[i] = value + step;
        graph.set(parameters);
        double up = graph.train(images, INPUT, LABELS);
        parameters[i] = value - step;
        graph.set(parameters);
        double down = graph.train(images, INPUT, LABELS);
        parameters[i] = value;
        assertEquals((up - down) / (2 * step), gradient[i], 1e-7, "parameter " + i);
      }
    }
  }

  /** DL4J's activations may change their input in place: a second reader must not see it. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void evaluationIsTraining(String name, Network network) {
    try (DoubleGraph graph = new DoubleGraph(network, INPUT)) {
      Random random = new Random(4);
      double[] images = random.doubles(4 * INPUT.size(), -2, 2).toArray();
      graph.set(random.doubles(graph.layout().size(), -1, 1).toArray());
      double[] evaluated = graph.logits(images, INPUT, false);
      assertArrayEquals(graph.logits(images, INPUT, true), evaluated, 1e-12);
    }
  }

  /** What TensorFlow's padding is left to does the same as padding first. */
  @Test
  void paddingIsTheSameEitherWay() {
    for (Shape shape : new Shape[] {INPUT, new Shape(2, 8, 8), new Shape(2, 7, 9)}) {
      try (DoubleGraph left = new DoubleGraph(padded(false), shape);
          DoubleGraph first = new DoubleGraph(padded(true), shape)) {
        Random random = new Random(5);
        double[] images = random.doubles(shape.size(), -2, 2).toArray();
        double[] parameters = random.doubles(left.layout().size(), -1, 1).toArray();
        left.set(parameters);
        first.set(parameters);
        assertArrayEquals(
            first.logits(images, shape, false), left.logits(images, shape, false), 1e-12);
      }
    }
  }

  private static Network of(Operation operation) {
    Network.Builder net = Network.named("net");
    String x = net.add("conv", new Convolution(3, 3, 1, 1, 1, true), Network.INPUT);
    x = net.add("operation", operation, x);
    return headed(net, x);
  }

  /** The same function twice: with a padding of each reader's own, or with one for all readers. */
  private static Network padded(boolean isShared) {
    Network.Builder net = Network.named("net");
    String x = padded(net, "first", 1, isShared, Network.INPUT);
    return headed(net, padded(net, "second", 2, isShared, x));
  }

  private static String padded(
      Network.Builder net, String name, int groups, boolean isShared, String input) {
    String forConvolution = net.add(name + ".pad", new SamePadding(3, 2), input);
    String forPooling =
        isShared ? forConvolution : net.add(name + ".pad2", new SamePadding(3, 2), input);
    String x = net.add(name + ".conv", new Convolution(2, 3, 2, 0, groups, false), forConvolution);
    String mean =
        net.add(name + ".mean", new Pooling(Pooling.Statistic.MEAN, 3, 2, 0, false), forPooling);
    return net.add(name + ".add", new Add(), x, mean);
  }

  private static Network squeezed(boolean isDense) {
    Network.Builder net = Network.named("net");
    String maps = net.add("conv", new Convolution(4, 3, 1, 1, 1, true), Network.INPUT);
    String x = net.add("se.pool", new GlobalAveragePooling(), maps);
    x = net.add("squeeze", isDense ? dense(2) : new Convolution(2, 1, 1, 0, 1, true), x);
    x = net.add("se.relu", new Activation(Function.RELU), x);
    x = net.add("excite", isDense ? dense(4) : new Convolution(4, 1, 1, 0, 1, true), x);
    x = net.add("se.sigmoid", new HardSigmoid(1.0 / 6, 0.5), x);
    return headed(net, net.add("scale", new Scale(), maps, x));
  }

  private static Network preactivation() {
    Network.Builder net = Network.named("net");
    String first = net.add("conv1", new Convolution(3, 3, 1, 1, 1, true), Network.INPUT);
    String x = net.add("relu", new Activation(Function.RELU), first);
    x = net.add("conv2", new Convolution(3, 3, 1, 1, 1, true), x);
    x = net.add("swish", new Activation(Function.HARD_SWISH), x);
    return headed(net, net.add("add", new Add(), first, x));
  }

  private static Network convolutionalHead() {
    Network.Builder net = Network.named("net");
    String x = net.add("conv", new Convolution(4, 3, 1, 1, 1, true), Network.INPUT);
    x = net.add("relu", new Activation(Function.RELU), x);
    x = net.add("classes", new Convolution(3, 1, 1, 0, 1, true), x);
    net.add("pool", new GlobalAveragePooling(), x);
    return net.build();
  }

  private static Network mixedSum() {
    Network.Builder net = Network.named("net");
    String maps = net.add("conv", new Convolution(3, 3, 1, 1, 1, true), Network.INPUT);
    String means = net.add("means", new GlobalAveragePooling(), maps);
    String dense = net.add("dense", dense(3), means);
    String sum = net.add("sum", new Add(), means, dense);
    net.add("head", dense(3), sum);
    return net.build();
  }

  private static Network headed(Network.Builder net, String features) {
    String x = net.add("pool", new GlobalAveragePooling(), features);
    net.add("head", dense(3), x);
    return net.build();
  }

  private static Dense dense(int outputs) {
    return new Dense(outputs, DenseInitialization.KAIMING_NORMAL);
  }
}
