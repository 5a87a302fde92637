package dev.recipe4j.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.Operation;
import dev.recipe4j.network.Operation.Dense.DenseInitialization;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.data.SoftTargets;
import dev.recipe4j.runtime.engine.compiled.CompiledEngine;
import dev.recipe4j.runtime.engine.compiled.ConvolutionAlgorithm;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Weighted losses and their gradients at the logits against PyTorch 1.13 in float64: {@code
 * F.cross_entropy(logits, y, weight=w)}, with {@code label_smoothing=0.1}, and with probabilities
 * for targets. As in {@link LossOracleTest} the weights of one dense layer are the logits.
 */
class LossWeightsTest {
  private static final int EXAMPLES = 4;
  private static final int CLASSES = 5;
  private static final List<Double> WEIGHTS = List.of(0.5, 2.0, 1.0, 3.0, 0.25);
  private static final int[] LABELS = {1, 4, 2, 0};
  private static final int[] OTHERS = {0, 2, 4, 1};

  /** The rounding of float32 at a loss of 3 and a gradient of 0.3. */
  private static final double LOSS_TOLERANCE = 1e-6;

  private static final double GRADIENT_TOLERANCE = 1e-7;

  static Stream<Arguments> golden() {
    return Stream.of(
            Arguments.of(
                "hard",
                Optional.empty(),
                2.0299711019,
                new double[][] {
                  {0.0223757977, -0.1046825244, 0.0095259953, 0.0011518172, 0.0716289142},
                  {0.0139547685, 0.0343190835, 0.0003058761, 0.0002698588, -0.0488495870},
                  {0.1418517682, 0.0338965886, -0.2663125176, 0.0025391926, 0.0880249682},
                  {-0.0477121747, 0.0026208635, 0.0000945518, 0.0042363086, 0.0407604508},
                }),
            Arguments.of(
                "smoothed",
                Optional.of(new SoftTargets(LABELS, 1, 0.1)),
                2.3634848933,
                new double[][] {
                  {0.0189819176, -0.0759470090, 0.0038830671, -0.0148856169, 0.0679676411},
                  {0.0174282000, 0.0387528136, -0.0048928717, -0.0156114033, -0.0356767386},
                  {0.1441499134, 0.0244163025, -0.2449667891, -0.0133719356, 0.0897725087},
                  {-0.0224899111, -0.0076002564, -0.0052227077, -0.0110435190, 0.0463563942},
                }),
            Arguments.of(
                "mixed",
                Optional.of(new SoftTargets(OTHERS, 0.3, 0)),
                3.2144190040,
                new double[][] {
                  {-0.0775357776, 0.0408835634, 0.0042420448, 0.0005129186, 0.0318972508},
                  {0.0405560461, 0.0997398365, -0.1741110475, 0.0007842772, 0.0330308877},
                  {0.0631683655, 0.0150945746, -0.0748422930, 0.0011307342, -0.0045513814},
                  {0.2113364922, -0.3423831155, 0.0002747912, 0.0123117718, 0.1184600603},
                }),
            Arguments.of(
                "mixed and smoothed",
                Optional.of(new SoftTargets(OTHERS, 0.3, 0.1)),
                3.3959560738,
                new double[][] {
                  {-0.0708662314, 0.0539207660, -0.0005793428, -0.0144654848, 0.0319902930},
                  {0.0410650430, 0.0971398889, -0.1615450929, -0.0141575345, 0.0374976955},
                  {0.0723046434, 0.0078751541, -0.0723132417, -0.0136609726, 0.0057944168},
                  {0.2093756988, -0.3174813979, -0.0047287545, -0.0028470897, 0.1156815434},
                }))
        .flatMap(
            golden ->
                Stream.of(compiled(), (EngineFactory) ReferenceEngine::new)
                    .map(
                        engines ->
                            Arguments.of(
                                golden.get()[0],
                                golden.get()[1],
                                golden.get()[2],
                                golden.get()[3],
                                engines)));
  }

  private static EngineFactory compiled() {
    return (network, input, threads) ->
        new CompiledEngine(network, input, threads, ConvolutionAlgorithm.AUTO);
  }

  @ParameterizedTest(name = "{0} {4}")
  @MethodSource("golden")
  void lossAndGradientArePyTorchs(
      String name,
      Optional<SoftTargets> targets,
      double loss,
      double[][] gradient,
      EngineFactory engines) {
    Network.Builder net = Network.named(name);
    net.add(
        "head", new Operation.Dense(CLASSES, DenseInitialization.UNIFORM_FAN_IN), Network.INPUT);
    Shape input = new Shape(EXAMPLES, 1, 1);
    FloatBuffer images = FloatBuffers.direct(EXAMPLES * EXAMPLES);
    for (int n = 0; n < EXAMPLES; n++) {
      images.put(n * EXAMPLES + n, 1);
    }
    Minibatch batch = new Minibatch(EXAMPLES, input, images, LABELS, targets);
    try (Engine engine = engines.open(net.build(), input, 1)) {
      FloatBuffer parameters = engine.parameters();
      for (int i = 0; i < parameters.capacity(); i++) {
        parameters.put(i, 0);
      }
      for (int n = 0; n < EXAMPLES; n++) {
        for (int k = 0; k < CLASSES; k++) {
          double logit = 3 * Math.sin(0.5 * n + 1.7 * k) + 0.5 * Math.cos(0.3 * k * (n + 1));
          parameters.put(k * EXAMPLES + n, (float) logit);
        }
      }
      FloatBuffer computed = FloatBuffers.direct(parameters.capacity());
      FloatBuffer logits = FloatBuffers.direct((long) EXAMPLES * CLASSES);
      engine.weighClasses(LossWeights.of(WEIGHTS));
      assertEquals(loss, engine.gradient(batch, computed, logits), LOSS_TOLERANCE);
      for (int n = 0; n < EXAMPLES; n++) {
        for (int k = 0; k < CLASSES; k++) {
          assertEquals(gradient[n][k], computed.get(k * EXAMPLES + n), GRADIENT_TOLERANCE);
        }
      }
      engine.weighClasses(LossWeights.EQUAL);
      double unweighted = engine.gradient(batch, computed, logits);
      assertEquals(
          SoftmaxCrossEntropy.sum(logits, CLASSES, batch, LossWeights.EQUAL) / EXAMPLES,
          unweighted,
          LOSS_TOLERANCE);
    }
  }

  @Test
  void aWeightIsAboveZero() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> LossWeights.of(List.of(1.0, 0.0)));
    assertEquals("weight 0.0 of class 1; write a number above 0", refusal.getMessage());
  }
}
