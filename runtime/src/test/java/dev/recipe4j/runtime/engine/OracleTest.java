package dev.recipe4j.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import dev.recipe4j.network.MobileNetV1Description;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.ResNetDescription;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.Oracle;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One evaluation and one training pass of whole networks against an independent implementation. */
class OracleTest {
  /** Beyond this many classes the oracle holds only a few logits of each example. */
  private static final int LOGITS_HELD = 5;

  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of(
            "cifar_resnet18", resNet(18, Variant.B, Stem.SMALL, NetworkStyle.TORCHVISION, 10)),
        Arguments.of(
            "paddle_resnet18_vd", resNet(18, Variant.VD, Stem.IMAGENET, NetworkStyle.PADDLE, 1000)),
        Arguments.of("paddle_mobilenet_v1_x0_25", MobileNetV1Description.of(0.25, 1000)));
  }

  static Stream<Arguments> largerNetworks() {
    return Stream.of(
        Arguments.of(
            "tv_resnet18", resNet(18, Variant.B, Stem.IMAGENET, NetworkStyle.TORCHVISION, 1000)),
        Arguments.of(
            "paddle_resnet18", resNet(18, Variant.B, Stem.IMAGENET, NetworkStyle.PADDLE, 1000)),
        Arguments.of(
            "tv_resnet50", resNet(50, Variant.B, Stem.IMAGENET, NetworkStyle.TORCHVISION, 1000)),
        Arguments.of(
            "paddle_resnet50_vd",
            resNet(50, Variant.VD, Stem.IMAGENET, NetworkStyle.PADDLE, 1000)));
  }

  /** A minute more: run by the profile {@code slow}. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("largerNetworks")
  @EnabledIfSystemProperty(named = "recipe4j.slow", matches = "true")
  void largerNetworksAgreeWithTheOracle(String name, Network network) throws IOException {
    agreesWithTheOracle(name, network);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void agreesWithTheOracle(String name, Network network) throws IOException {
    JsonNode oracle = Oracle.json("networks/" + name + ".json");
    List<String[]> tensors = OracleNetworks.tensors(name);
    JsonNode tolerance = oracle.get("tolerance");
    JsonNode train = oracle.get("train");
    Shape shape = shape(train.get("input"));
    try (ReferenceEngine engine = new ReferenceEngine(network, shape, 1)) {
      assertEquals(oracle.at("/counts/with_bn_buffers").asLong(), engine.graph().numParams());
      int salt = oracle.get("salt").asInt();
      FloatBuffer before = fill(engine, tensors, salt);

      FloatBuffer logits = FloatBuffers.direct(4L * engine.classes());
      JsonNode small = oracle.at("/eval/small");
      engine.logits(images(1, shape(small.get("input")), new int[1]), logits);
      double allowed = tolerance.get("float32_eval_small_logits_abs").asDouble();
      JsonNode expected = small.get("logits_f64");
      for (int k = 0; k < expected.size(); k++) {
        assertEquals(expected.get(k).asDouble(), logits.get(k), allowed, "evaluation logit " + k);
      }

      int[] labels = new int[4];
      for (int i = 0; i < 4; i++) {
        labels[i] = train.get("labels").get(i).asInt();
      }
      FloatBuffer gradient = FloatBuffers.direct(engine.layout().size());
      double loss = engine.gradient(images(4, shape, labels), gradient, logits);
      assertEquals(
          train.get("loss_f64").asDouble(),
          loss,
          tolerance.get("float32_train_loss_abs").asDouble(),
          "loss");
      JsonNode held = train.get("logits_f64_first5_per_sample");
      for (int i = 0; i < 4; i++) {
        for (int k = 0; k < LOGITS_HELD; k++) {
          assertEquals(
              held.get(i).get(k).asDouble(),
              logits.get(i * engine.classes() + k),
              tolerance.get("float32_train_logits_abs").asDouble(),
              "training logit " + i + "," + k);
        }
      }
      checkGradients(engine, tensors, gradient, tolerance);
      checkRunningStatistics(engine, before, tensors, train.get("batchnorm_first_and_last"));
    }
  }

  private static void checkGradients(
      Engine engine, List<String[]> tensors, FloatBuffer gradient, JsonNode tolerance) {
    // In MobileNet and ResNet50 one ReLU in the later layers lies so close to 0 that rounding
    // switches it: up to there gradients agree to 1e-6, before it to what one unit is worth.
    // DoublePrecisionTest has the sharp check.
    String name = engine.network().name();
    double norms =
        name.equals("MobileNetV1") ? 0.05 : tolerance.get("float32_grad_norm_rel").asDouble();
    double samples =
        switch (name) {
          case "MobileNetV1" -> 0.5;
          case "ResNet50" -> 0.05;
          default -> tolerance.get("float32_grad_sample_over_tensor_rms").asDouble();
        };
    for (int t = 0; t < tensors.size(); t++) {
      ParameterLayout.Entry entry = engine.layout().entries().get(t);
      String[] row = tensors.get(t);
      int offset = (int) entry.offset();
      int size = (int) entry.tensor().size();
      double square = 0;
      for (int i = 0; i < size; i++) {
        square += (double) gradient.get(offset + i) * gradient.get(offset + i);
      }
      if (!entry.tensor().kind().isTrained()) {
        assertEquals(0, square, row[1]);
        continue;
      }
      double norm = Double.parseDouble(row[8]);
      assertEquals(norm, Math.sqrt(square), norms * norm, "gradient norm of " + row[1]);
      double rms = norm / Math.sqrt(size);
      int[] at = {0, size / 3, size - 1};
      for (int s = 0; s < at.length; s++) {
        assertEquals(
            Double.parseDouble(row[10 + s]),
            gradient.get(offset + at[s]),
            samples * rms,
            "gradient of %s at %d".formatted(row[1], at[s]));
      }
    }
  }

  /** The running variance takes the biased variance of the batch, as DL4J and Paddle do. */
  private static void checkRunningStatistics(
      Engine engine, FloatBuffer before, List<String[]> tensors, JsonNode layers) {
    for (Map.Entry<String, JsonNode> layer : layers.properties()) {
      for (int t = 0; t < tensors.size(); t++) {
        String name = tensors.get(t)[1];
        if (name.equals(layer.getKey() + ".running_mean")) {
          checkRunning(
              engine, before, tensors.get(t), t, layer.getValue().get("batch_mean_first3"));
        } else if (name.equals(layer.getKey() + ".running_var")) {
          checkRunning(
              engine, before, tensors.get(t), t, layer.getValue().get("batch_var_biased_first3"));
        }
      }
    }
  }

  private static void checkRunning(
      Engine engine, FloatBuffer before, String[] row, int t, JsonNode batch) {
    int offset = (int) engine.layout().entries().get(t).offset();
    for (int i = 0; i < batch.size(); i++) {
      // The oracle's own value after the step is unbiased for variances: undo it from its parts.
      double now = engine.parameters().get(offset + i);
      double old = before.get(offset + i);
      double expected = 0.9 * old + 0.1 * batch.get(i).asDouble();
      assertEquals(expected, now, 1e-4 * Math.max(1, Math.abs(expected)), row[1]);
    }
  }

  private static FloatBuffer fill(Engine engine, List<String[]> tensors, int salt) {
    assertEquals(engine.layout().entries().size(), tensors.size());
    FloatBuffer copy = FloatBuffers.direct(engine.layout().size());
    for (int t = 0; t < tensors.size(); t++) {
      String[] row = tensors.get(t);
      ParameterLayout.Entry entry = engine.layout().entries().get(t);
      assertEquals(Long.parseLong(row[4]), entry.tensor().size(), row[1]);
      double sum = 0;
      for (int i = 0; i < entry.tensor().size(); i++) {
        double value =
            Double.parseDouble(row[5])
                + Double.parseDouble(row[6])
                    * OracleNetworks.value(Integer.parseInt(row[0]), i, salt);
        sum += value;
        engine.parameters().put((int) entry.offset() + i, (float) value);
        copy.put((int) entry.offset() + i, (float) value);
      }
      assertEquals(Double.parseDouble(row[7]), sum, 1e-6, row[1]);
    }
    return copy;
  }

  private static Minibatch images(int count, Shape shape, int[] labels) {
    FloatBuffer images = FloatBuffers.direct(count * shape.size());
    int at = 0;
    for (int n = 0; n < count; n++) {
      for (int c = 0; c < shape.channels(); c++) {
        for (int h = 0; h < shape.height(); h++) {
          for (int w = 0; w < shape.width(); w++) {
            images.put(at++, (float) OracleNetworks.pixel(n, c, h, w, shape));
          }
        }
      }
    }
    return new Minibatch(count, shape, images, labels);
  }

  private static Shape shape(JsonNode nchw) {
    return new Shape(nchw.get(1).asInt(), nchw.get(2).asInt(), nchw.get(3).asInt());
  }

  private static Network resNet(
      int depth, Variant variant, Stem stem, NetworkStyle style, int classes) {
    return new ResNetDescription(depth, variant, stem, style).network(classes);
  }
}
