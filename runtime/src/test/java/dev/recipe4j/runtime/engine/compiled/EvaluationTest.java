package dev.recipe4j.runtime.engine.compiled;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.engine.FrozenPrefixEngine;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Evaluation computes with weights that the batch normalisation is folded into. */
class EvaluationTest {
  private static final Network NETWORK = SmallNetworks.dropped();
  private static final Shape INPUT = SmallNetworks.INPUT;
  private static final float[] PARAMETERS = SmallNetworks.parameters(NETWORK, INPUT);
  private static final Minibatch BATCH = EnginePasses.batch(1, 6, INPUT, SmallNetworks.CLASSES);

  private static Engine compiled() {
    return new CompiledEngine(NETWORK, INPUT, 1, ConvolutionAlgorithm.AUTO);
  }

  private static Engine open(Network network, Shape input, int threads) {
    return new CompiledEngine(network, input, threads, ConvolutionAlgorithm.AUTO);
  }

  private static float[] logits(Engine engine) {
    FloatBuffer logits = FloatBuffers.direct((long) BATCH.size() * engine.classes());
    engine.logits(BATCH, logits);
    return EnginePasses.floats(logits);
  }

  /** What a new engine computes from the same parameters. */
  private static float[] afresh(Engine engine) {
    try (Engine other = compiled()) {
      other.parameters().put(0, EnginePasses.floats(engine.parameters()));
      return logits(other);
    }
  }

  @Test
  void everyChangeIsSeen() {
    try (Engine engine = compiled()) {
      engine.parameters().put(0, PARAMETERS);
      float[] before = logits(engine);
      for (int i = 0; i < PARAMETERS.length; i += PARAMETERS.length / 40) {
        engine.parameters().put(i, PARAMETERS[i] + 0.5f);
        float[] after = logits(engine);
        assertFalse(Arrays.equals(before, after), "parameter " + i);
        assertArrayEquals(afresh(engine), after, "parameter " + i);
        before = after;
      }
    }
  }

  @Test
  void runningStatisticsThatATrainingPassMovedAreSeen() {
    try (Engine engine = compiled()) {
      engine.parameters().put(0, PARAMETERS);
      float[] before = logits(engine);
      engine.gradient(
          BATCH,
          FloatBuffers.direct(engine.layout().size()),
          FloatBuffers.direct((long) BATCH.size() * engine.classes()));
      float[] after = logits(engine);
      assertFalse(Arrays.equals(before, after));
      assertArrayEquals(afresh(engine), after);
    }
  }

  /** Who keeps the buffer and does not ask again gets what was folded before. */
  @Test
  void weightsAreFoldedAgainOnlyThen() {
    try (Engine engine = compiled()) {
      FloatBuffer kept = engine.parameters();
      kept.put(0, PARAMETERS);
      float[] before = logits(engine);
      // The first weight is folded.
      kept.put(0, PARAMETERS[0] + 1);
      assertArrayEquals(before, logits(engine));
      engine.parameters();
      assertFalse(Arrays.equals(before, logits(engine)));
    }
  }

  @Test
  void frozenStagesAreTheReferences() {
    try (Engine engine = frozen(EvaluationTest::open);
        Engine reference = frozen(ReferenceEngine::new)) {
      for (int step = 0; step < 3; step++) {
        EnginePasses passes = EnginePasses.of(engine, PARAMETERS, BATCH);
        passes.assertClose(
            EnginePasses.of(reference, PARAMETERS, BATCH), engine, 1e-3, "step " + step);
      }
    }
  }

  private static Engine frozen(EngineFactory engines) {
    return FrozenPrefixEngine.open(engines, NETWORK, List.of("stem"), INPUT, 1);
  }
}
