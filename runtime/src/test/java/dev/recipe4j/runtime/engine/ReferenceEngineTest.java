package dev.recipe4j.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.network.Initialization;
import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.MobileNetV1Description;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.Operation;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The reference engine on small networks. */
class ReferenceEngineTest {
  private static final Shape SMALL = new Shape(1, 16, 16);

  @Test
  void gradientMatchesFiniteDifferences() {
    try (Engine engine = leNet()) {
      Minibatch batch = batch(8, SMALL, 3);
      FloatBuffer gradient = FloatBuffers.direct(engine.layout().size());
      FloatBuffer logits = FloatBuffers.direct(8L * engine.classes());
      engine.gradient(batch, gradient, logits);
      FloatBuffer unused = FloatBuffers.direct(engine.layout().size());
      float step = 1e-2f;
      for (ParameterLayout.Entry entry : engine.layout().entries()) {
        int at = (int) (entry.offset() + entry.tensor().size() / 2);
        float value = engine.parameters().get(at);
        engine.parameters().put(at, value + step);
        double up = engine.gradient(batch, unused, logits);
        engine.parameters().put(at, value - step);
        double down = engine.gradient(batch, unused, logits);
        engine.parameters().put(at, value);
        assertEquals((up - down) / (2 * step), gradient.get(at), 5e-3, entry.toString());
      }
    }
  }

  @Test
  void trainingAndEvaluationAgreeWithoutBatchNormalization() {
    try (Engine engine = leNet()) {
      Minibatch batch = batch(5, SMALL, 3);
      FloatBuffer trained = FloatBuffers.direct(5L * engine.classes());
      FloatBuffer evaluated = FloatBuffers.direct(5L * engine.classes());
      double loss = engine.gradient(batch, FloatBuffers.direct(engine.layout().size()), trained);
      engine.logits(batch, evaluated);
      for (int i = 0; i < trained.capacity(); i++) {
        assertEquals(trained.get(i), evaluated.get(i), 1e-6);
      }
      double sum = SoftmaxCrossEntropy.sum(evaluated, engine.classes(), batch.labels());
      assertEquals(sum / 5, loss, 1e-6);
    }
  }

  @Test
  void lossStaysExactForExtremeLogits() {
    FloatBuffer logits = FloatBuffers.direct(4).put(0, 1000).put(1, -1000).put(2, 0).put(3, 0);
    assertEquals(2000 + Math.log(2), SoftmaxCrossEntropy.sum(logits, 2, new int[] {1, 0}), 1e-9);
  }

  @Test
  void batchesOfAnotherShapeOrLabelAreRefused() {
    try (Engine engine = leNet()) {
      FloatBuffer gradient = FloatBuffers.direct(engine.layout().size());
      FloatBuffer logits = FloatBuffers.direct(100);
      assertThrows(
          IllegalArgumentException.class,
          () -> engine.gradient(batch(2, new Shape(1, 20, 20), 3), gradient, logits));
      Minibatch wrong = new Minibatch(1, SMALL, FloatBuffers.direct(SMALL.size()), new int[] {3});
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class, () -> engine.gradient(wrong, gradient, logits));
      assertEquals("label 3 of 3 classes", e.getMessage());
      assertThrows(
          IllegalArgumentException.class,
          () -> engine.logits(batch(2, new Shape(1, 20, 20), 3), logits));
    }
  }

  @Test
  void averagedFeatureMapsTakeAnySize() {
    Network network = MobileNetV1Description.of(0.25, 3);
    try (Engine engine = new ReferenceEngine(network, new Shape(3, 32, 32), 1)) {
      InitialParameters.fill(engine.parameters(), engine.layout(), 1);
      FloatBuffer logits = FloatBuffers.direct(6);
      engine.logits(batch(2, new Shape(3, 48, 40), 3), logits);
      assertTrue(Float.isFinite(logits.get(5)));
    }
  }

  @Test
  void initialValuesDependOnSeedAndTensorAlone() {
    ParameterLayout layout =
        ParameterLayout.of(MobileNetV1Description.of(0.25, 10), new Shape(3, 32, 32));
    FloatBuffer one = FloatBuffers.direct(layout.size());
    FloatBuffer same = FloatBuffers.direct(layout.size());
    FloatBuffer other = FloatBuffers.direct(layout.size());
    InitialParameters.fill(one, layout, 7);
    InitialParameters.fill(same, layout, 7);
    InitialParameters.fill(other, layout, 8);
    assertEquals(one, same);
    assertTrue(one.mismatch(other) >= 0);
    for (ParameterLayout.Entry entry : layout.entries()) {
      checkDistribution(one, entry);
    }
  }

  private static void checkDistribution(FloatBuffer values, ParameterLayout.Entry entry) {
    Initialization start = entry.tensor().initialization();
    double square = 0;
    for (long i = entry.offset(); i < entry.end(); i++) {
      square += (double) values.get((int) i) * values.get((int) i);
    }
    double deviation = Math.sqrt(square / entry.tensor().size());
    double expected =
        switch (start.distribution()) {
          case NORMAL, CONSTANT -> start.scale();
          case UNIFORM -> start.scale() / Math.sqrt(3);
        };
    double fourSigma = 4 * expected / Math.sqrt(2.0 * entry.tensor().size());
    assertEquals(expected, deviation, fourSigma + 1e-7, entry.toString());
  }

  @Test
  void layersThatDl4jLacksAreNamed() {
    Network.Builder builder = Network.named("grouped");
    builder.add("conv", new Operation.Convolution(8, 3, 1, 1, 2, false), Network.INPUT);
    Network network = builder.build();
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ReferenceEngine(network, new Shape(4, 8, 8), 1));
    assertEquals(
        "layer conv: DL4J has no convolution of 2 groups from 4 to 8 channels", e.getMessage());
  }

  private static Engine leNet() {
    Engine engine = new ReferenceEngine(LeNetDescription.of(3), SMALL, 1);
    InitialParameters.fill(engine.parameters(), engine.layout(), 1);
    return engine;
  }

  private static Minibatch batch(int size, Shape shape, int classes) {
    Random random = new Random(5);
    FloatBuffer images = FloatBuffers.direct(size * shape.size());
    for (int i = 0; i < images.capacity(); i++) {
      images.put(i, (float) random.nextGaussian());
    }
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = i % classes;
    }
    return new Minibatch(size, shape, images, labels);
  }
}
