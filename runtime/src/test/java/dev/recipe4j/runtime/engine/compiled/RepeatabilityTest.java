package dev.recipe4j.runtime.engine.compiled;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.Operation.Dense;
import dev.recipe4j.network.Operation.Dense.DenseInitialization;
import dev.recipe4j.network.Operation.Dropout;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same step gives the same bits, whatever else the process does. */
class RepeatabilityTest {
  /** Of a softmax. */
  private static final float ROUNDING = 1e-5f;

  private static final Network NETWORK = SmallNetworks.dropped();
  private static final Shape INPUT = SmallNetworks.INPUT;
  private static final float[] PARAMETERS = SmallNetworks.parameters(NETWORK, INPUT);

  private static Engine open(int threads) {
    return new CompiledEngine(NETWORK, INPUT, threads, ConvolutionAlgorithm.AUTO);
  }

  private static EnginePasses passes(Engine engine, int size) {
    return EnginePasses.of(
        engine, PARAMETERS, EnginePasses.batch(size, size, INPUT, SmallNetworks.CLASSES));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theSameStepGivesTheSameBits(int threads) {
    EnginePasses first;
    try (Engine engine = open(threads)) {
      first = passes(engine, 8);
      first.assertSame(passes(engine, 8), "again");
      for (int size : new int[] {5, 3, 8, 1, 7, 9}) {
        passes(engine, size);
      }
      first.assertSame(passes(engine, 8), "after other sizes");
    }
    try (Engine engine = open(threads)) {
      first.assertSame(passes(engine, 8), "in a new engine");
    }
  }

  /** OpenMP keeps the number of threads for each thread that calls it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void neitherTheCallerNorAnEngineBesideItMatters(int threads) {
    Network network = SmallNetworks.resNet18();
    Shape input = new Shape(3, 16, 16);
    float[] parameters = SmallNetworks.parameters(network, input);
    Minibatch batch = EnginePasses.batch(1, 4, input, SmallNetworks.CLASSES);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Engine engine = new CompiledEngine(network, input, threads, ConvolutionAlgorithm.AUTO)) {
      EnginePasses first = EnginePasses.of(engine, parameters, batch);
      EnginePasses elsewhere =
          CompletableFuture.supplyAsync(() -> EnginePasses.of(engine, parameters, batch), other)
              .join();
      first.assertSame(elsewhere, "in another thread");
      try (Engine beside = open(3 - threads)) {
        passes(beside, 4);
        first.assertSame(EnginePasses.of(engine, parameters, batch), "beside another engine");
      }
    } finally {
      other.shutdown();
    }
  }

  /** On ones, the gradient of the first class's weights is the mask times -1/2. */
  @ParameterizedTest
  @EnumSource(ConvolutionAlgorithm.class)
  void masksAreTheReferences(ConvolutionAlgorithm algorithm) {
    Shape input = new Shape(3, 7, 5);
    Network.Builder net = Network.named("probe");
    String dropped = net.add("dropout", new Dropout(0.3), Network.INPUT);
    net.add("head", new Dense(2, DenseInitialization.UNIFORM_FAN_IN), dropped);
    Network network = net.build();
    FloatBuffer images = FloatBuffers.direct(input.size());
    for (int i = 0; i < images.capacity(); i++) {
      images.put(i, 1);
    }
    Minibatch ones = new Minibatch(1, input, images, new int[] {0});
    try (Engine engine = new CompiledEngine(network, input, 1, algorithm);
        Engine reference = new ReferenceEngine(network, input, 1)) {
      float[] before = mask(engine, ones);
      assertArrayEquals(mask(reference, ones), before, ROUNDING, "without a seed");
      for (int update = 3; update < 5; update++) {
        engine.beginUpdate(7, update);
        reference.beginUpdate(7, update);
        for (int pass = 0; pass < 2; pass++) {
          float[] mask = mask(engine, ones);
          assertArrayEquals(mask(reference, ones), mask, ROUNDING, "pass " + pass);
          assertFalse(Arrays.equals(before, mask), "another mask in each pass");
          before = mask;
        }
      }
    }
  }

  private static float[] mask(Engine engine, Minibatch ones) {
    FloatBuffer gradient = FloatBuffers.direct(engine.layout().size());
    engine.gradient(ones, gradient, FloatBuffers.direct(2));
    float[] mask = Arrays.copyOf(EnginePasses.floats(gradient), ones.images().capacity());
    for (int i = 0; i < mask.length; i++) {
      // Both engines may give either zero.
      mask[i] = mask[i] == 0 ? 0 : mask[i] / -0.5f;
    }
    return mask;
  }
}
