package dev.recipe4j.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.MobileNetV3.Size;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.MobileNetV1Description;
import dev.recipe4j.network.MobileNetV2Description;
import dev.recipe4j.network.MobileNetV3Description;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.ResNetDescription;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Frozen stages stay as they are, and what follows is trained as if they were data. */
class FrozenPrefixEngineTest {
  private static final Network NETWORK = MobileNetV1Description.of(0.25, NetworkStyle.PADDLE, 5);
  private static final Shape INPUT = new Shape(3, 32, 32);
  private static final List<String> FROZEN = List.of("block1", "stem", "block2");

  private static Minibatch images() {
    return images(INPUT);
  }

  private static Minibatch images(Shape input) {
    Random random = new Random(3);
    FloatBuffer pixels = FloatBuffers.direct(4 * input.size());
    for (int i = 0; i < pixels.capacity(); i++) {
      pixels.put(i, (float) random.nextGaussian());
    }
    return new Minibatch(4, input, pixels, new int[] {0, 1, 2, 3});
  }

  private static void fill(Engine engine) {
    InitialParameters.fill(engine.parameters(), engine.layout(), 11);
  }

  private static Engine open(List<String> stages) {
    return FrozenPrefixEngine.open(ReferenceEngine::new, NETWORK, stages, INPUT, 1);
  }

  @Test
  void evaluatesAsTheWholeNetwork() {
    try (Engine whole = new ReferenceEngine(NETWORK, INPUT, 1);
        Engine engine = open(FROZEN)) {
      fill(whole);
      fill(engine);
      FloatBuffer expected = FloatBuffers.direct(20);
      FloatBuffer logits = FloatBuffers.direct(20);
      whole.logits(images(), expected);
      engine.logits(images(), logits);
      for (int i = 0; i < 20; i++) {
        assertEquals(expected.get(i), logits.get(i), 1e-5);
      }
    }
  }

  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of(LeNetDescription.of(5), new Shape(1, 16, 16)),
        Arguments.of(NETWORK, INPUT),
        Arguments.of(MobileNetV2Description.of(0.35, NetworkStyle.KERAS, 5), INPUT),
        Arguments.of(
            new MobileNetV3Description(Size.SMALL, 0.35, NetworkStyle.TORCHVISION).network(5),
            INPUT),
        Arguments.of(
            new ResNetDescription(18, Variant.B, Stem.IMAGENET, NetworkStyle.TORCHVISION)
                .network(5),
            INPUT));
  }

  /** Wherever the network is cut, behind a pooling, a sum or a dense layer. */
  @ParameterizedTest
  @MethodSource("networks")
  void firstStagesCanBeFrozen(Network network, Shape input) {
    List<String> stages = List.copyOf(network.stages());
    Minibatch images = images(input);
    FloatBuffer expected = FloatBuffers.direct(20);
    try (Engine whole = new ReferenceEngine(network, input, 1)) {
      fill(whole);
      whole.logits(images, expected);
    }
    for (int count = 1; count < stages.size(); count *= 2) {
      List<String> frozen = stages.subList(0, count);
      try (Engine engine =
          FrozenPrefixEngine.open(ReferenceEngine::new, network, frozen, input, 1)) {
        fill(engine);
        FloatBuffer logits = FloatBuffers.direct(20);
        engine.logits(images, logits);
        for (int i = 0; i < 20; i++) {
          assertEquals(expected.get(i), logits.get(i), 1e-5, frozen.toString());
        }
        FloatBuffer gradient = FloatBuffers.direct(engine.layout().size());
        assertTrue(engine.gradient(images, gradient, logits) > 0, frozen.toString());
      }
    }
  }

  @Test
  void leavesFrozenStagesAndTheirStatisticsAlone() {
    try (Engine engine = open(FROZEN)) {
      fill(engine);
      int size = engine.parameters().capacity();
      FloatBuffer before = FloatBuffers.direct(size);
      before.put(0, engine.parameters(), 0, size);
      FloatBuffer gradient = FloatBuffers.direct(size);
      double loss = engine.gradient(images(), gradient, FloatBuffers.direct(20));
      assertTrue(loss > 0 && Double.isFinite(loss));
      for (Entry entry : engine.layout().entries()) {
        boolean isFrozen = FROZEN.contains(entry.layer().stage());
        int at = (int) entry.offset();
        double square = 0;
        boolean moved = false;
        for (int i = at; i < entry.end(); i++) {
          square += (double) gradient.get(i) * gradient.get(i);
          moved |= before.get(i) != engine.parameters().get(i);
        }
        if (isFrozen) {
          assertEquals(0, square, entry.toString());
          assertEquals(false, moved, entry.toString());
        } else if (entry.tensor().kind().isTrained()) {
          assertNotEquals(0, square, entry.toString());
        } else {
          assertTrue(moved, "running statistics of " + entry);
        }
      }
    }
  }

  private static String refusal(List<String> stages) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> open(stages)).getMessage());
  }

  @Test
  void refusesWhatIsNotAPrefix() {
    assertEquals(
        "frozen stages come first: freeze stem of MobileNetV1 too, or fewer",
        refusal(List.of("block1")));
    String unknown = refusal(List.of("stage7"));
    assertTrue(
        unknown.startsWith(
            "MobileNetV1 has no stage 'stage7' to freeze; its stages are stem, block1"),
        unknown);
    String all = refusal(List.copyOf(NETWORK.stages()));
    assertTrue(all.contains("there is nothing to train; leave out 'head'"), all);
  }
}
