package dev.recipe4j.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.Operation;
import dev.recipe4j.network.Operation.Dense.DenseInitialization;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import java.nio.FloatBuffer;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;

/** Dropout in training passes: which elements, how they are scaled, and never in evaluation. */
class DropoutTest {
  private static final int SIZE = 4000;
  private static final Shape INPUT = new Shape(1, 1, SIZE);
  private static final double PROBABILITY = 0.3;

  /** The gradient of the weights of a dense layer on ones is the mask, times that of the logit. */
  private static final class Probe implements AutoCloseable {
    private final ReferenceEngine engine;
    private final FloatBuffer logits = FloatBuffers.direct(2);
    private final FloatBuffer gradient;

    Probe() {
      Network.Builder net = Network.named("probe");
      String dropped = net.add("dropout", new Operation.Dropout(PROBABILITY), Network.INPUT);
      net.add("head", new Operation.Dense(2, DenseInitialization.UNIFORM_FAN_IN), dropped);
      this.engine = new ReferenceEngine(net.build(), INPUT, 1);
      this.gradient = FloatBuffers.direct(engine.layout().size());
    }

    static Minibatch ones() {
      FloatBuffer images = FloatBuffers.direct(SIZE);
      for (int i = 0; i < SIZE; i++) {
        images.put(i, 1);
      }
      return new Minibatch(1, INPUT, images, new int[] {0});
    }

    /** The factors on the inputs: the logits are 0, so their gradient is 1/2 - 1 and 1/2. */
    float[] mask() {
      engine.gradient(ones(), gradient, logits);
      float[] mask = new float[SIZE];
      for (int i = 0; i < SIZE; i++) {
        mask[i] = gradient.get(i) / -0.5f;
      }
      return mask;
    }

    @Override
    public void close() {
      engine.close();
    }
  }

  @Test
  void aShareIsDroppedAndTheOthersAreScaledUp() {
    try (Probe probe = new Probe()) {
      int zeros = 0;
      for (float factor : probe.mask()) {
        if (factor == 0) {
          zeros++;
        } else {
          assertEquals(1 / (1 - PROBABILITY), factor, 1e-6);
        }
      }
      double fourSigma = 4 * Math.sqrt(PROBABILITY * (1 - PROBABILITY) / SIZE);
      assertEquals(PROBABILITY, (double) zeros / SIZE, fourSigma);
    }
  }

  @Test
  void masksDependOnSeedUpdateAndPassAlone() {
    try (Probe one = new Probe();
        Probe other = new Probe()) {
      one.engine.beginUpdate(7, 3);
      float[] first = one.mask();
      float[] second = one.mask();
      assertTrue(agreement(first, second) < 0.7, "passes of one update");
      one.engine.beginUpdate(7, 4);
      assertTrue(agreement(first, one.mask()) < 0.7, "updates");
      other.engine.beginUpdate(8, 3);
      assertTrue(agreement(first, other.mask()) < 0.7, "seeds");
      // After a resume, in another process, beside another run: the same.
      other.engine.beginUpdate(7, 3);
      assertEquals(1, agreement(first, other.mask()));
      assertEquals(1, agreement(second, other.mask()));
    }
  }

  /** Independent masks agree at 0.3 squared plus 0.7 squared of the elements: 0.58. */
  private static double agreement(float[] one, float[] other) {
    int same = 0;
    for (int i = 0; i < SIZE; i++) {
      same += one[i] == other[i] ? 1 : 0;
    }
    return (double) same / SIZE;
  }

  @Test
  void evaluationDropsNothing() {
    try (Probe probe = new Probe()) {
      for (int i = 0; i < SIZE; i++) {
        probe.engine.parameters().put(i, 0.25f);
      }
      FloatBuffer logits = FloatBuffers.direct(2);
      probe.engine.logits(Probe.ones(), logits);
      assertEquals(0.25 * SIZE, logits.get(0), 1e-2);
    }
  }

  /** What is written from the graph holds nothing of ours. */
  @Test
  void theGraphIsLeftWithStockDropout() {
    try (Probe probe = new Probe()) {
      probe.mask();
      ComputationGraph graph = probe.engine.graph();
      Object dropout = graph.getLayer("dropout").conf().getLayer().getIDropout();
      assertEquals(new Dropout(1 - PROBABILITY), dropout);
      assertNotEquals(-1, graph.getConfiguration().toJson().indexOf("conf.dropout.Dropout"));
      assertEquals(-1, graph.getConfiguration().toJson().indexOf("recipe4j"));
    }
  }
}
