package dev.recipe4j.runtime.engine.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.EngineKind;
import dev.recipe4j.runtime.Engines;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.EngineException;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the compiled engine refuses, what it says, and what takes its place. */
class RefusalsTest {
  private static final String OBSTACLE = "pad pads what is not convolved";

  @Test
  void whatCannotBeCompiledIsNamed() {
    assertEquals(Optional.of(OBSTACLE), CompiledEngine.obstacle(SmallNetworks.padded()));
    assertEquals(Optional.empty(), CompiledEngine.obstacle(SmallNetworks.dropped()));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new CompiledEngine(
                    SmallNetworks.padded(), SmallNetworks.INPUT, 1, ConvolutionAlgorithm.AUTO));
    assertEquals(OBSTACLE, e.getMessage());
  }

  @Test
  void theReferenceTakesItsPlaceAndSaysWhy() {
    List<String> notes = new ArrayList<>();
    EngineFactory engines = Engines.of(EngineKind.AUTO, ConvolutionAlgorithm.AUTO, notes::add);
    try (Engine engine = engines.open(SmallNetworks.padded(), SmallNetworks.INPUT, 1)) {
      assertEquals("reference", engine.name());
      assertTrue(engine instanceof ReferenceEngine);
    }
    assertEquals(
        List.of(
            "the compiled engine cannot be used ("
                + OBSTACLE
                + "): the reference engine takes its"
                + " place, many times slower"),
        notes);
    try (Engine engine = engines.open(SmallNetworks.dropped(), SmallNetworks.INPUT, 1)) {
      assertEquals("compiled", engine.name());
    }
    assertEquals(1, notes.size());
  }

  @Test
  void whoAsksForItIsToldTheRemedy() {
    EngineFactory engines =
        Engines.of(EngineKind.COMPILED, ConvolutionAlgorithm.DIRECT, note -> {});
    EngineException e =
        assertThrows(
            EngineException.class,
            () -> engines.open(SmallNetworks.padded(), SmallNetworks.INPUT, 1));
    assertEquals(
        "the compiled engine cannot be used: " + OBSTACLE + "; train with --engine reference",
        e.getMessage());
    try (Engine engine = engines.open(SmallNetworks.dropped(), SmallNetworks.INPUT, 1)) {
      assertEquals("compiled (direct convolution)", engine.name());
    }
  }

  @Test
  void aBatchThatDoesNotFitSaysWhichWould() {
    int size = 4_000_000;
    Shape input = new Shape(1, 28, 28);
    Network network = LeNetDescription.of(10);
    FloatBuffer none = FloatBuffers.direct(1);
    try (Engine engine = new CompiledEngine(network, input, 1, ConvolutionAlgorithm.AUTO)) {
      float[] parameters = SmallNetworks.parameters(network, input);
      EnginePasses before =
          EnginePasses.of(engine, parameters, EnginePasses.batch(1, 2, input, 10));
      Minibatch batch = new Minibatch(size, input, none, new int[size]);
      // Twice: the plan that is at hand must not be taken for it.
      for (int i = 0; i < 2; i++) {
        checkMessage(size, refused(() -> engine.gradient(batch, none, none)));
        checkMessage(size, refused(() -> engine.logits(batch, none)));
      }
      EnginePasses after = EnginePasses.of(engine, parameters, EnginePasses.batch(1, 2, input, 10));
      before.assertSame(after, "after the refusal");
    }
  }

  private static String refused(Runnable pass) {
    return String.valueOf(assertThrows(EngineException.class, pass::run).getMessage());
  }

  private static void checkMessage(int size, String message) {
    Matcher parts =
        Pattern.compile(
                "a batch of (\\d+) images of 1x28x28 needs (\\d+) MB of memory, of which (\\d+) MB"
                    + " are free: a batch of (\\d+) would fit")
            .matcher(message);
    assertTrue(parts.matches(), message);
    assertEquals(size, Integer.parseInt(parts.group(1)));
    long needed = Long.parseLong(parts.group(2));
    long free = Long.parseLong(parts.group(3));
    long fitting = Long.parseLong(parts.group(4));
    assertTrue(needed > free, message);
    assertTrue(fitting > 0 && fitting <= (free + 1) * size / needed, message);
  }

  @Test
  void wrongBatchesAreRefused() {
    try (Engine engine =
        new CompiledEngine(
            LeNetDescription.of(3), new Shape(1, 16, 16), 1, ConvolutionAlgorithm.AUTO)) {
      FloatBuffer gradient = FloatBuffers.direct(engine.layout().size());
      FloatBuffer logits = FloatBuffers.direct(30);
      Minibatch larger = EnginePasses.batch(1, 2, new Shape(1, 20, 20), 3);
      assertEquals(
          "examples are 1x20x20, the network was built for 1x16x16",
          refusal(() -> engine.gradient(larger, gradient, logits)));
      for (int i = 0; i < 2; i++) {
        assertEquals(
            "LeNet was built for 1x16x16, not for 1x20x20",
            refusal(() -> engine.logits(larger, logits)));
      }
      Minibatch right = EnginePasses.batch(1, 2, engine.input(), 3);
      for (int label : new int[] {3, -1}) {
        Minibatch wrong = new Minibatch(2, engine.input(), right.images(), new int[] {0, label});
        assertEquals(
            "label %d of 3 classes".formatted(label),
            refusal(() -> engine.gradient(wrong, gradient, logits)));
      }
      engine.gradient(right, gradient, logits);
    }
  }

  private static String refusal(Runnable pass) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, pass::run).getMessage());
  }
}
