package dev.recipe4j.runtime.engine;

import dev.recipe4j.runtime.data.Minibatch;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;

/**
 * DL4J's listeners in a run: {@code new Dl4jListeners(new ScoreIterationListener(10))}. They get a
 * {@link ComputationGraph} with the present parameters, the images and labels of the last batch,
 * its loss as the score, and iterations and epochs counted from 0 as DL4J counts them. Beside an
 * engine that has no graph, one is made, and the parameters are copied into it for each call.
 *
 * <p>What DL4J would call within a pass (onForwardPass, onGradientCalculation, onBackwardPass) is
 * not called: no pass of a fast engine goes through a graph.
 */
public final class Dl4jListeners implements EngineListener {
  private final List<TrainingListener> listeners;
  private @Nullable ReferenceEngine mirror;

  /** The listeners as one. */
  public Dl4jListeners(TrainingListener... listeners) {
    this.listeners = List.of(listeners);
  }

  @Override
  public void epochStarted(Engine engine, int epoch) {
    ComputationGraph graph = present(engine).graph();
    graph.getConfiguration().setEpochCount(epoch - 1);
    listeners.forEach(listener -> listener.onEpochStart(graph));
  }

  @Override
  public void updated(Engine engine, Minibatch batch, int epoch, long update, double loss) {
    ComputationGraph graph = present(engine).graph(batch);
    graph.setScore(loss);
    int iteration = Math.toIntExact(update);
    graph.getConfiguration().setIterationCount(iteration);
    listeners.forEach(listener -> listener.iterationDone(graph, iteration, epoch - 1));
  }

  @Override
  public void epochEnded(Engine engine, int epoch) {
    ComputationGraph graph = present(engine).graph();
    listeners.forEach(listener -> listener.onEpochEnd(graph));
  }

  private ReferenceEngine present(Engine engine) {
    if (engine instanceof ReferenceEngine reference) {
      return reference;
    }
    ReferenceEngine graph = mirror;
    if (graph == null || !graph.network().equals(engine.network())) {
      graph = new ReferenceEngine(engine.network(), engine.input(), 1);
      mirror = graph;
    }
    graph.parameters().put(0, engine.parameters(), 0, graph.parameters().capacity());
    return graph;
  }
}
