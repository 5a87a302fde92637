package dev.recipe4j.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.Tensor;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Dl4jListeners;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.EngineListener;
import dev.recipe4j.runtime.engine.compiled.ConvolutionAlgorithm;
import dev.recipe4j.runtime.train.TrainingListener;
import dev.recipe4j.spec.Batch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.optimize.listeners.CollectScoresIterationListener;
import org.deeplearning4j.optimize.listeners.PerformanceListener;
import org.deeplearning4j.optimize.listeners.ScoreIterationListener;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DL4J's own listeners see our scores and parameters, whatever engine computes. */
class Dl4jListenersTest {
  @TempDir Path directory;

  /** What a listener of DL4J sees. */
  private static final class Witness extends BaseTrainingListener {
    final List<String> calls = new ArrayList<>();
    final List<float[]> biases = new ArrayList<>();

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
      ComputationGraph graph = (ComputationGraph) model;
      assertEquals(iteration, graph.getIterationCount());
      assertEquals(epoch, graph.getEpochCount());
      calls.add("%d:%d of %d".formatted(epoch, iteration, model.batchSize()));
      biases.add(graph.getParam("head_b").dup().toFloatVector());
    }

    @Override
    public void onEpochStart(Model model) {
      calls.add("start");
    }

    @Override
    public void onEpochEnd(Model model) {
      calls.add("end");
    }
  }

  /** The same from the engine. */
  private static final class Biases implements EngineListener {
    final List<float[]> biases = new ArrayList<>();

    @Override
    public void epochStarted(Engine engine, int epoch) {}

    @Override
    public void updated(Engine engine, Minibatch batch, int epoch, long update, double loss) {
      Entry bias =
          engine.layout().entries().stream()
              .filter(entry -> entry.layer().name().equals("head"))
              .filter(entry -> entry.tensor().kind() == Tensor.Kind.BIAS)
              .findFirst()
              .orElseThrow();
      float[] values = new float[3];
      engine.parameters().get((int) bias.offset(), values);
      biases.add(values);
    }

    @Override
    public void epochEnded(Engine engine, int epoch) {}
  }

  @ParameterizedTest
  @EnumSource(
      value = EngineKind.class,
      names = {"REFERENCE", "COMPILED"})
  void theySeeScoresAndParameters(EngineKind kind) {
    CollectScoresIterationListener scores = new CollectScoresIterationListener(1);
    Witness witness = new Witness();
    Biases biases = new Biases();
    List<Double> losses = new ArrayList<>();
    Training.of(Recipes.pipeline(Recipes.spots(new Batch(16, 1, 2, false))), new Blobs(40, 9))
        .engine(kind, ConvolutionAlgorithm.AUTO)
        .threads(1)
        .out(directory.resolve("run"))
        .listener(biases)
        .listener(
            new Dl4jListeners(
                scores,
                witness,
                new ScoreIterationListener(1),
                new PerformanceListener.Builder().setFrequency(1).build()))
        .listener(
            new TrainingListener() {
              @Override
              public void updated(
                  int epoch, long update, double rate, double loss, double imagesPerSecond) {
                losses.add(loss);
              }
            })
        .train();
    assertEquals(9, losses.size());
    for (int i = 0; i < 9; i++) {
      assertEquals(losses.get(i), scores.getScoreVsIter().getScores().get(0)[i]);
    }
    assertEquals(
        List.of("start", "0:0 of 16", "0:1 of 16", "0:2 of 8", "end", "start", "1:3 of 16"),
        witness.calls.subList(0, 7));
    assertEquals(9, witness.biases.size());
    for (int i = 0; i < 9; i++) {
      assertEquals(3, witness.biases.get(i).length);
      for (int k = 0; k < 3; k++) {
        assertEquals(biases.biases.get(i)[k], witness.biases.get(i)[k]);
      }
    }
    assertNotEquals(witness.biases.get(0)[0], witness.biases.get(8)[0]);
    assertTrue(losses.get(8) < losses.get(0), losses.toString());
  }
}
