package dev.recipe4j.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.Operation;
import dev.recipe4j.network.Operation.Dense.DenseInitialization;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.Oracle;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.data.SoftTargets;
import dev.recipe4j.runtime.engine.compiled.CompiledEngine;
import dev.recipe4j.runtime.engine.compiled.ConvolutionAlgorithm;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The loss and its gradient at the logits, for hard, smoothed and mixed labels, of both engines:
 * one dense layer whose weights are the logits, and examples that each read one column of them.
 */
class LossOracleTest {
  private static final int EXAMPLES = 4;
  private static final Shape INPUT = new Shape(EXAMPLES, 1, 1);

  @Test
  void goldenValuesAreThere() throws IOException {
    Oracle.json("losses.json");
  }

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode expected : Oracle.json("losses.json").get("cases")) {
      String id = expected.get("id").asText();
      EngineFactory compiled =
          (network, input, threads) ->
              new CompiledEngine(network, input, threads, ConvolutionAlgorithm.AUTO);
      tests.add(DynamicTest.dynamicTest(id, () -> check(expected, compiled)));
      tests.add(
          DynamicTest.dynamicTest(id + " reference", () -> check(expected, ReferenceEngine::new)));
    }
    assertEquals(60, tests.size());
    return tests.stream();
  }

  private static void check(JsonNode expected, EngineFactory engines) {
    String name = expected.get("id").asText().replaceFirst("/.*", "");
    int classes = expected.get("K").asInt();
    Network.Builder net = Network.named("loss");
    net.add(
        "head", new Operation.Dense(classes, DenseInitialization.UNIFORM_FAN_IN), Network.INPUT);
    FloatBuffer images = FloatBuffers.direct(EXAMPLES * EXAMPLES);
    int[] labels = new int[EXAMPLES];
    for (int n = 0; n < EXAMPLES; n++) {
      images.put(n * EXAMPLES + n, 1);
      labels[n] = (3 * n + 1) % classes;
    }
    try (Engine engine = engines.open(net.build(), INPUT, 1)) {
      FloatBuffer parameters = engine.parameters();
      for (int i = 0; i < parameters.capacity(); i++) {
        parameters.put(i, 0);
      }
      for (int n = 0; n < EXAMPLES; n++) {
        for (int k = 0; k < classes; k++) {
          parameters.put(k * EXAMPLES + n, logit(name, n, k));
        }
      }
      FloatBuffer gradient = FloatBuffers.direct(parameters.capacity());
      FloatBuffer logits = FloatBuffers.direct((long) EXAMPLES * classes);
      Minibatch batch = softened(name, new Minibatch(EXAMPLES, INPUT, images, labels));
      double loss = engine.gradient(batch, gradient, logits);
      if (name.startsWith("BAD_")) {
        double wrong = expected.get("loss_mean").asDouble();
        assertTrue(Math.abs(loss - wrong) > 0.01 * wrong, loss + " is what it must not be");
      } else {
        boolean isShifted = name.equals("hard_shift1e4");
        // Beside the tolerance stated, what rounding the logits to float32 does to some cases.
        double rounding = Math.max(3e-7, expected.get("grad_maxabs_diff_float32").asDouble());
        double golden = expected.get("loss_mean").asDouble();
        assertEquals(golden, loss, golden * (isShifted ? 2e-3 : 1e-5));
        assertGradient(expected, gradient, isShifted ? 2e-4 : rounding);
      }
    }
  }

  private static float logit(String name, int n, int k) {
    double logit = 3 * Math.sin(0.5 * n + 1.7 * k) + 0.5 * Math.cos(0.3 * k * (n + 1));
    return (float)
        (switch (name) {
          case "hard_shift1e4" -> logit + 10_000;
          case "hard_x100" -> logit * 100;
          default -> logit;
        });
  }

  private static Minibatch softened(String name, Minibatch batch) {
    int[] labels = batch.labels();
    int[] others = new int[EXAMPLES];
    for (int n = 0; n < EXAMPLES; n++) {
      others[n] = labels[EXAMPLES - 1 - n];
    }
    return switch (name) {
      case "smooth0.1", "BAD_double_smooth0.1" -> batch.with(new SoftTargets(labels, 1, 0.1));
      case "smooth0.3" -> batch.with(new SoftTargets(labels, 1, 0.3));
      case "mixup0.3", "BAD_softmaxed_label_mixup0.3" ->
          batch.with(new SoftTargets(others, 0.3, 0));
      case "cutmix" -> batch.with(new SoftTargets(others, 0.560546875, 0));
      case "mixup0.3_smooth0.1" -> batch.with(new SoftTargets(others, 0.3, 0.1));
      case "hard", "hard_shift1e4", "hard_x100" -> batch;
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static void assertGradient(JsonNode expected, FloatBuffer gradient, double tolerance) {
    int shown = Math.min(10, expected.get("K").asInt());
    for (int n = 0; n < EXAMPLES; n++) {
      JsonNode row = expected.get("grad_rows_first10").get(n);
      for (int k = 0; k < shown; k++) {
        assertEquals(row.get(k).asDouble(), gradient.get(k * EXAMPLES + n), tolerance);
      }
    }
    double squares = 0;
    for (int i = 0; i < EXAMPLES * expected.get("K").asInt(); i++) {
      squares += (double) gradient.get(i) * gradient.get(i);
    }
    double golden = expected.get("grad_sumsq").asDouble();
    assertEquals(golden, squares, Math.max(tolerance, 1e-5 * golden));
  }
}
