package dev.recipe4j.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recipe4j.network.ParameterLayout;
import java.io.IOException;
import java.util.List;

/**
 * What a network computed from the formulas: evaluation of small and large images, and one training
 * pass.
 *
 * @param small logits of the first small image
 * @param smallSecond logits of the second small image
 * @param big logits of the first large image; empty if it was left out
 * @param loss mean loss of the training pass
 * @param trained logits of the training pass, examples x classes
 * @param gradient of the mean loss, in the order of the layout
 */
// Compared by nothing.
@SuppressWarnings("ArrayRecordComponent")
record NetworkPasses(
    double[] small,
    double[] smallSecond,
    double[] big,
    double loss,
    double[] trained,
    double[] gradient) {

  /**
   * How much may differ.
   *
   * @param small absolute, for evaluation logits of small images
   * @param big absolute, for those of large ones
   * @param loss absolute
   * @param trained absolute, for training logits
   * @param gradientNorm relative
   * @param gradientSample in units of the tensor's root mean square
   */
  record Tolerance(
      double small,
      double big,
      double loss,
      double trained,
      double gradientNorm,
      double gradientSample) {
    /** For 32-bit floats: ten times what the golden numbers' own 32-bit run differs by. */
    static Tolerance ofFloats(JsonNode numbers) {
      JsonNode file = numbers.get("tolerance");
      return new Tolerance(
          file.get("float32_eval_small_logits_abs").asDouble(),
          file.get("float32_eval_big_logits_abs").asDouble(),
          file.get("float32_train_loss_abs").asDouble(),
          file.get("float32_train_logits_abs").asDouble(),
          file.get("float32_grad_norm_rel").asDouble(),
          file.get("float32_grad_sample_over_tensor_rms").asDouble());
    }

    /** For 64-bit floats: 1e-8, relative; the logits' scale is their root mean square. */
    static Tolerance ofDoubles(JsonNode numbers) {
      double logits = 1e-8 * numbers.at("/eval/logit_rms").asDouble();
      double bigLogits = 1e-8 * numbers.at("/eval/big/stats_f64/sd_population").asDouble();
      double trained =
          1e-8 * numbers.at("/train/logits_f64_stats_sample0/sd_population").asDouble();
      double loss = 1e-8 * numbers.at("/train/loss_f64").asDouble();
      return new Tolerance(logits, bigLogits, loss, trained, 1e-8, 1e-7);
    }
  }

  /** Fails at the first number that differs by more. */
  void check(OracleNetwork oracle, Tolerance tolerance) throws IOException {
    checkEvaluation(oracle.numbers().get("eval"), tolerance);
    checkTraining(oracle.numbers().get("train"), tolerance);
    checkGradients(oracle, tolerance);
  }

  void checkEvaluation(JsonNode eval, Tolerance tolerance) {
    assertClose(eval.at("/small/logits_f64"), small, tolerance.small(), "small image, logit ");
    assertClose(
        eval.at("/small_n1/logits_f64_first20"),
        smallSecond,
        tolerance.small(),
        "second small image, logit ");
    if (big.length > 0) {
      assertClose(eval.at("/big/logits_f64_first20"), big, tolerance.big(), "large image, logit ");
    }
  }

  void checkTraining(JsonNode train, Tolerance tolerance) {
    assertEquals(train.get("loss_f64").asDouble(), loss, tolerance.loss(), "loss");
    JsonNode held = train.get("logits_f64_first5_per_sample");
    int classes = trained.length / held.size();
    for (int n = 0; n < held.size(); n++) {
      for (int k = 0; k < held.get(n).size(); k++) {
        assertEquals(
            held.get(n).get(k).asDouble(),
            trained[n * classes + k],
            tolerance.trained(),
            "training example %d, logit %d".formatted(n, k));
      }
    }
  }

  private void checkGradients(OracleNetwork oracle, Tolerance tolerance) throws IOException {
    double total = oracle.numbers().at("/train/total_grad_l2_f64").asDouble();
    ParameterLayout layout = ParameterLayout.of(oracle.network(), oracle.shape());
    List<OracleTensor> tensors = oracle.tensors();
    for (int t = 0; t < tensors.size(); t++) {
      OracleTensor tensor = tensors.get(t);
      int offset = Math.toIntExact(layout.entries().get(t).offset());
      double norm = norm(offset, tensor.size());
      if (!tensor.isTrained() || tensor.isZero()) {
        // A constant before a batch normalisation has no effect: rounding is all there is.
        assertEquals(0, norm, tensor.isTrained() ? 1e-5 * total : 0, tensor.name());
        continue;
      }
      assertEquals(
          tensor.norm(),
          norm,
          tolerance.gradientNorm() * tensor.norm(),
          "gradient norm of " + tensor.name());
      double rms = tensor.norm() / Math.sqrt(tensor.size());
      int[] at = tensor.sampled();
      for (int s = 0; s < at.length; s++) {
        // The golden numbers have nine digits.
        double rounding = 1e-8 * Math.abs(tensor.samples()[s]);
        assertEquals(
            tensor.samples()[s],
            gradient[offset + at[s]],
            tolerance.gradientSample() * rms + rounding,
            "gradient of %s at %d".formatted(tensor.name(), at[s]));
      }
    }
  }

  private double norm(int offset, int size) {
    double square = 0;
    for (int i = offset; i < offset + size; i++) {
      square += gradient[i] * gradient[i];
    }
    return Math.sqrt(square);
  }

  private static void assertClose(JsonNode expected, double[] actual, double delta, String what) {
    for (int k = 0; k < expected.size(); k++) {
      assertEquals(expected.get(k).asDouble(), actual[k], delta, what + k);
    }
  }
}
