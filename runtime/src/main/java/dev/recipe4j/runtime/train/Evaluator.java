package dev.recipe4j.runtime.train;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.data.Minibatches;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.SoftmaxCrossEntropy;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Measures a network on examples that are pre-processed as for evaluation. */
public final class Evaluator {
  private final Engine engine;
  private final NotingSkipped examples;
  private final Minibatches batches;
  private final FloatBuffer logits;

  /**
   * An evaluator of the engine's present parameters. Its memory is used again every time.
   *
   * @param examples what to measure on
   * @param chain their pre-processing
   * @param batchSize examples at a time, at least 1
   * @param threads that decode and process images, at least 1
   * @throws RunException if there are no examples
   */
  public Evaluator(
      Engine engine, Examples examples, Batched<HardLabels> chain, int batchSize, int threads) {
    if (examples.size() == 0) {
      throw new RunException("no images to evaluate");
    }
    this.engine = engine;
    this.examples = new NotingSkipped(examples);
    this.batches = new Minibatches(this.examples, chain, batchSize, false, 0, threads);
    this.logits = FloatBuffers.direct((long) batchSize * engine.classes());
  }

  /**
   * Loss and accuracies over all examples.
   *
   * @param topK values of k of the accuracies beside top-1
   * @throws RunException if the network cannot take their shape
   */
  public Metrics evaluate(List<Integer> topK) {
    return evaluate(topK, () -> false);
  }

  /**
   * The same.
   *
   * @param stop asked before every batch but the first; once it says yes, the others are left out
   */
  Metrics evaluate(List<Integer> topK, BooleanSupplier stop) {
    return evaluate(topK, stop, (logits, batch) -> {});
  }

  /**
   * The same, and class by class, with the worst mistakes.
   *
   * @param topK values of k of the accuracies beside top-1
   * @throws RunException if the network cannot take their shape
   */
  public Evaluation examine(List<Integer> topK) {
    Examination examination = new Examination(examples, engine.classes());
    return examination.result(evaluate(topK, () -> false, examination::add));
  }

  /** Takes the logits of each batch. */
  private interface Observer {
    void add(FloatBuffer logits, Minibatch batch);
  }

  private Metrics evaluate(List<Integer> topK, BooleanSupplier stop, Observer observer) {
    Tally tally = new Tally(engine.classes());
    try (var pass = batches.inOrder()) {
      while (pass.hasNext() && !(tally.examples() > 0 && stop.getAsBoolean())) {
        Minibatch batch = pass.next();
        compute(batch);
        double loss = SoftmaxCrossEntropy.sum(logits, engine.classes(), batch.labels());
        tally.add(logits, batch, loss);
        observer.add(logits, batch);
      }
    }
    return tally.metrics(topK);
  }

  private void compute(Minibatch batch) {
    try {
      engine.logits(batch, logits);
    } catch (IllegalArgumentException e) {
      throw unfit(engine.network().name(), batch.shape(), e);
    }
  }

  private static RunException unfit(String network, Shape shape, IllegalArgumentException cause) {
    return new RunException(
        "%s cannot take images of %s: %s".formatted(network, shape, cause.getMessage()), cause);
  }
}
