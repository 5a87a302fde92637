package dev.recipe4j.runtime.train;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.data.Minibatches;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.SoftmaxCrossEntropy;
import java.nio.FloatBuffer;

/** Measures a network on examples that are pre-processed as for evaluation. */
public final class Evaluator {
  private final Engine engine;
  private final Batched<HardLabels> chain;
  private final int batchSize;
  private final int threads;

  /**
   * An evaluator of the engine's present parameters.
   *
   * @param batchSize examples at a time, at least 1
   * @param threads that decode and process images, at least 1
   */
  public Evaluator(Engine engine, Batched<HardLabels> chain, int batchSize, int threads) {
    this.engine = engine;
    this.chain = chain;
    this.batchSize = batchSize;
    this.threads = threads;
  }

  /**
   * Loss and accuracy over all examples.
   *
   * @throws RunException if there are no examples or the network cannot take their shape
   */
  public Metrics evaluate(Examples examples) {
    if (examples.size() == 0) {
      throw new RunException("no images to evaluate");
    }
    Tally tally = new Tally(engine.classes());
    FloatBuffer logits = FloatBuffers.direct((long) batchSize * engine.classes());
    Minibatches batches = new Minibatches(examples, chain, batchSize, false, 0, threads);
    try (var pass = batches.inOrder()) {
      while (pass.hasNext()) {
        Minibatch batch = pass.next();
        logits(batch, logits);
        double loss = SoftmaxCrossEntropy.sum(logits, engine.classes(), batch.labels());
        tally.add(logits, batch.labels(), loss);
      }
    }
    return tally.metrics();
  }

  private void logits(Minibatch batch, FloatBuffer logits) {
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
