package dev.recipe4j.runtime.engine.compiled;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.network.Operation;
import dev.recipe4j.network.Operation.Activation;
import dev.recipe4j.network.Operation.Activation.Function;
import dev.recipe4j.network.Operation.Add;
import dev.recipe4j.network.Operation.BatchNormalization;
import dev.recipe4j.network.Operation.BatchNormalization.RunningVariance;
import dev.recipe4j.network.Operation.Convolution;
import dev.recipe4j.network.Operation.Dense;
import dev.recipe4j.network.Operation.Dense.DenseInitialization;
import dev.recipe4j.network.Operation.Dropout;
import dev.recipe4j.network.Operation.GlobalAveragePooling;
import dev.recipe4j.network.Operation.HardSigmoid;
import dev.recipe4j.network.Operation.Pooling;
import dev.recipe4j.network.Operation.Pooling.Statistic;
import dev.recipe4j.network.Operation.SamePadding;
import dev.recipe4j.network.Operation.Scale;
import dev.recipe4j.network.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Draws small networks of everything that both engines compute. DL4J has no convolution in groups
 * but the depthwise one, and rounds few poolings up: the others are not drawn.
 */
final class RandomNetwork {
  /** Batch normalisation over fewer values amplifies rounding without bound. */
  private static final List<Function> FUNCTIONS = List.of(Function.values());

  private static final int LEAST_VALUES = 8;

  private final Random random;
  private final int batch;
  private final Shape input;
  private final Network.Builder net = Network.named("random");
  private int layers;
  private String last = Network.INPUT;
  private Shape shape;

  /**
   * A network with its input.
   *
   * @param batch number of examples
   */
  record Drawn(Network network, Shape input, int batch) {}

  private RandomNetwork(long seed) {
    this.random = new Random(seed);
    this.batch = 1 + random.nextInt(9);
    this.input = new Shape(one(1, 3, 4), one(1, 2, 5, 8, 9, 13), one(1, 3, 7, 8, 12));
    this.shape = input;
  }

  static Drawn of(long seed) {
    RandomNetwork drawing = new RandomNetwork(seed);
    int blocks = 2 + drawing.random.nextInt(4);
    for (int i = 0; i < blocks; i++) {
      drawing.block();
    }
    drawing.head(drawing.one(2, 3, 10));
    return new Drawn(drawing.net.build(), drawing.input, drawing.batch);
  }

  private void block() {
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> {
        convolution(one(1, 3, 5), one(1, 1, 2), channels());
        normalization();
        activation();
      }
      case 3 -> pooling();
      case 4 -> squeezeAndExcitation();
      case 5, 6 -> residual();
      default -> {
        normalization();
        activation();
        add(new Dropout(one(0, 2, 5) / 10.0));
      }
    }
  }

  /** Adds a layer that reads the last one. */
  private void add(Operation operation) {
    shape = operation.output(List.of(shape));
    last = net.add("layer" + layers++, operation, last);
  }

  private void convolution(int kernel, int stride, int filters) {
    int padding = kernel / 2;
    if (random.nextInt(3) == 0) {
      add(new SamePadding(kernel, stride));
      padding = 0;
    }
    boolean isDepthwise = shape.channels() > 1 && random.nextInt(3) == 0;
    int channels = shape.channels();
    add(
        new Convolution(
            isDepthwise ? channels : filters,
            kernel,
            stride,
            padding,
            isDepthwise ? channels : 1,
            random.nextBoolean()));
  }

  private void normalization() {
    if ((long) batch * shape.height() * shape.width() < LEAST_VALUES || random.nextInt(4) == 0) {
      return;
    }
    RunningVariance variance =
        random.nextBoolean() ? RunningVariance.BIASED : RunningVariance.UNBIASED;
    add(new BatchNormalization(random.nextBoolean() ? 1e-5 : 1e-3, 0.9, variance));
  }

  private void activation() {
    int drawn = random.nextInt(FUNCTIONS.size() + 2);
    if (drawn < FUNCTIONS.size()) {
      add(new Activation(FUNCTIONS.get(drawn)));
    } else if (drawn == FUNCTIONS.size()) {
      add(hardSigmoid());
    }
  }

  private HardSigmoid hardSigmoid() {
    return new HardSigmoid(random.nextBoolean() ? 0.2 : 1.0 / 6, 0.5);
  }

  private void pooling() {
    Statistic statistic = random.nextBoolean() ? Statistic.MAXIMUM : Statistic.MEAN;
    int kernel = one(2, 3);
    int smallest = Math.min(shape.height(), shape.width());
    if (smallest < kernel) {
      return;
    }
    int odd = (shape.height() & 1) + (shape.width() & 1);
    boolean ceil = odd != 1 && random.nextBoolean();
    int padding = !ceil && kernel == 3 ? random.nextInt(2) : 0;
    add(new Pooling(statistic, kernel, 2, padding, ceil));
  }

  private void squeezeAndExcitation() {
    String maps = last;
    Shape before = shape;
    boolean isDense = random.nextBoolean();
    add(new GlobalAveragePooling());
    add(pixelwise(isDense, one(2, 5, 8)));
    add(new Activation(Function.RELU));
    add(pixelwise(isDense, before.channels()));
    add(hardSigmoid());
    last = net.add("layer" + layers++, new Scale(), maps, last);
    shape = before;
  }

  private static Operation pixelwise(boolean isDense, int outputs) {
    return isDense ? dense(outputs) : new Convolution(outputs, 1, 1, 0, 1, true);
  }

  /** Two or three terms, one of which may be what the others read. */
  private void residual() {
    String read = last;
    Shape before = shape;
    List<String> terms = new ArrayList<>();
    if (random.nextBoolean()) {
      terms.add(read);
    }
    int size = 2 + random.nextInt(2);
    while (terms.size() < size) {
      last = read;
      shape = before;
      convolution(one(1, 3), 1, before.channels());
      normalization();
      if (random.nextInt(3) == 0) {
        activation();
      }
      terms.add(last);
    }
    Collections.shuffle(terms, random);
    last = net.add("layer" + layers++, new Add(), terms.toArray(String[]::new));
    activation();
  }

  private void head(int classes) {
    switch (random.nextInt(5)) {
      case 0 -> add(dense(classes));
      case 1 -> {
        add(dense(one(6, 24)));
        activation();
        add(new Dropout(0.3));
        add(dense(classes));
      }
      case 2 -> {
        add(new Convolution(classes, 1, 1, 0, 1, true));
        add(new GlobalAveragePooling());
      }
      case 3 -> {
        add(new GlobalAveragePooling());
        String means = last;
        add(dense(shape.channels()));
        last = net.add("layer" + layers++, new Add(), means, last);
        add(dense(classes));
      }
      default -> {
        add(new GlobalAveragePooling());
        add(dense(classes));
      }
    }
  }

  private static Dense dense(int outputs) {
    return new Dense(outputs, DenseInitialization.KAIMING_NORMAL);
  }

  private int channels() {
    return one(3, 5, 6, 8, 16, 17, 24, 40);
  }

  private int one(int... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** Elements of all feature maps of a batch. */
  static long activations(Drawn drawn) {
    return drawn.batch * NetworkAnalysis.of(drawn.network, drawn.input).activations();
  }
}
