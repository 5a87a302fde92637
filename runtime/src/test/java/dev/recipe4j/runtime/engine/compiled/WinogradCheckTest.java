package dev.recipe4j.runtime.engine.compiled;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.recipe4j.runtime.engine.NativeSettings;
import dev.recipe4j.runtime.engine.onednn.Attributes;
import dev.recipe4j.runtime.engine.onednn.Convolutions;
import dev.recipe4j.runtime.engine.onednn.Format;
import dev.recipe4j.runtime.engine.onednn.PrimitiveDescription;
import dev.recipe4j.runtime.engine.onednn.Window;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Winograd's algorithm is used where it is as exact as it should be, and only there. */
class WinogradCheckTest {
  private static final WinogradCheck CHECK = new WinogradCheck();

  private static final Window WINDOW = Window.square(3, 1, 1);

  /** As far from each other as the taps of a kernel of five: another result of the same sizes. */
  private static final Window WIDER = new Window(3, 3, 1, 2, 2, 2, 2, 2);

  private static final Format WEIGHTS = Format.rowMajor(64, 64, 3, 3);

  @BeforeAll
  static void oneThread() {
    NativeSettings.use(1);
  }

  @AfterAll
  static void free() {
    CHECK.close();
  }

  /** A size at which oneDNN 2.5.2 takes Winograd's algorithm for all three passes, with AVX-512. */
  private static Format maps(int side) {
    return Format.rowMajor(32, 64, side, side);
  }

  private static PrimitiveDescription forward(Window window, boolean mayBeWinograd, int side) {
    return new Convolutions("convolution", window, mayBeWinograd)
        .result(maps(side).any(), WEIGHTS.any(), null, maps(side).any(), Attributes.NONE, true);
  }

  private static void assumeWinograd(PrimitiveDescription description) {
    assumeTrue(
        description.implementation().contains("wino"),
        "SKIPPED: oneDNN does not choose Winograd's algorithm on this processor");
  }

  private static Map<Integer, Format> operands(int side) {
    return Map.of(DNNL_ARG_SRC, maps(side), DNNL_ARG_WEIGHTS, WEIGHTS);
  }

  @Test
  void theResultIsWithinTheTolerance() {
    int side = 32;
    try (PrimitiveDescription winograd = forward(WINDOW, true, side);
        PrimitiveDescription direct = forward(WINDOW, false, side)) {
      assumeWinograd(winograd);
      assertClose(winograd, direct, operands(side), Map.entry(DNNL_ARG_DST, maps(side)));
    }
  }

  @Test
  void gradientsAreWithinTheTolerance() {
    int side = 32;
    Convolutions fast = new Convolutions("convolution", WINDOW, true);
    Convolutions exact = fast.direct();
    Format any = maps(side).any();
    try (PrimitiveDescription forward = forward(WINDOW, true, side);
        PrimitiveDescription source = fast.sourceGradient(any, WEIGHTS.any(), any, forward);
        PrimitiveDescription directSource = exact.sourceGradient(any, WEIGHTS.any(), any, forward);
        PrimitiveDescription weights =
            fast.weightsGradient(any, WEIGHTS.any(), null, any, forward);
        PrimitiveDescription directWeights =
            exact.weightsGradient(any, WEIGHTS.any(), null, any, forward)) {
      assumeWinograd(source);
      assertClose(
          source,
          directSource,
          Map.of(DNNL_ARG_DIFF_DST, maps(side), DNNL_ARG_WEIGHTS, WEIGHTS),
          Map.entry(DNNL_ARG_DIFF_SRC, maps(side)));
      assumeWinograd(weights);
      assertClose(
          weights,
          directWeights,
          Map.of(DNNL_ARG_SRC, maps(side), DNNL_ARG_DIFF_DST, maps(side)),
          Map.entry(DNNL_ARG_DIFF_WEIGHTS, WEIGHTS));
    }
  }

  private static void assertClose(
      PrimitiveDescription winograd,
      PrimitiveDescription direct,
      Map<Integer, Format> operands,
      Map.Entry<Integer, Format> result) {
    double difference = CHECK.difference(winograd, direct, operands, result);
    // It rounds differently, or nothing was compared.
    assertTrue(difference > 0 && difference < WinogradCheck.TOLERANCE, "differs by " + difference);
    assertSame(winograd, CHECK.choose(winograd, () -> direct, operands, result));
  }

  @Test
  void whatIsComputedWronglyIsNotChosen() {
    int side = 16;
    try (PrimitiveDescription winograd = forward(WINDOW, true, side);
        PrimitiveDescription other = forward(WIDER, false, side)) {
      assumeWinograd(winograd);
      Map.Entry<Integer, Format> result = Map.entry(DNNL_ARG_DST, maps(side));
      double difference = CHECK.difference(winograd, other, operands(side), result);
      assertTrue(difference > 0.1, "differs by " + difference);
      assertSame(other, CHECK.choose(winograd, () -> other, operands(side), result));
    }
  }

  /** What is not Winograd's is not computed twice. */
  @Test
  void whatIsDirectAnywayIsTaken() {
    int side = 8;
    try (PrimitiveDescription direct = forward(WINDOW, false, side);
        PrimitiveDescription other = forward(WIDER, false, side)) {
      Map.Entry<Integer, Format> result = Map.entry(DNNL_ARG_DST, maps(side));
      assertSame(direct, CHECK.choose(direct, () -> other, operands(side), result));
    }
  }
}
