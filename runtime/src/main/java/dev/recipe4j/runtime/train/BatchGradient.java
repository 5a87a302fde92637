package dev.recipe4j.runtime.train;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Engine;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * The gradient of a batch from those of its shards. A shard is what one device, or one step of
 * gradient accumulation, would see: batch normalisation takes its statistics over a shard. Each
 * shard counts by its number of examples, so that without batch normalisation the result is that of
 * the whole batch.
 */
final class BatchGradient {
  private final Engine engine;
  private final int shard;
  private final FloatBuffer gradient;
  private final FloatBuffer shardGradient;
  private final FloatBuffer logits;

  /**
   * Reserves the memory.
   *
   * @param batchSize examples of a full batch
   * @param shard most examples in one pass, at least 1
   */
  BatchGradient(Engine engine, int batchSize, int shard) {
    this.engine = engine;
    this.shard = shard;
    this.gradient = FloatBuffers.direct(engine.layout().size());
    this.shardGradient = shard < batchSize ? FloatBuffers.direct(engine.layout().size()) : gradient;
    this.logits = FloatBuffers.direct((long) shard * engine.classes());
  }

  /** The gradient of the last batch. */
  FloatBuffer gradient() {
    return gradient;
  }

  /**
   * Computes the gradient.
   *
   * @param mix what happens to a shard as a whole before it is trained on: each is mixed within
   *     itself, as the devices of a cluster mix what they have loaded
   * @param tally takes the loss and the ranks of the batch as trained
   * @return mean loss of the batch
   */
  double compute(Minibatch batch, UnaryOperator<Minibatch> mix, Tally tally) {
    if (batch.size() <= shard) {
      Minibatch mixed = mix.apply(batch);
      double loss = engine.gradient(mixed, gradient, logits);
      tally.add(logits, mixed, loss * mixed.size());
      return loss;
    }
    double sum = 0;
    for (int start = 0; start < batch.size(); start += shard) {
      Minibatch part = mix.apply(part(batch, start, Math.min(batch.size(), start + shard)));
      double loss = engine.gradient(part, shardGradient, logits);
      tally.add(logits, part, loss * part.size());
      sum += loss * part.size();
      accumulate((float) part.size() / batch.size(), start == 0);
    }
    return sum / batch.size();
  }

  private void accumulate(float weight, boolean first) {
    int size = gradient.capacity();
    for (int i = 0; i < size; i++) {
      float before = first ? 0 : gradient.get(i);
      gradient.put(i, before + weight * shardGradient.get(i));
    }
  }

  private static Minibatch part(Minibatch batch, int start, int end) {
    Shape shape = batch.shape();
    int example = Math.toIntExact(shape.size());
    return new Minibatch(
        end - start,
        shape,
        batch.images().slice(start * example, (end - start) * example),
        Arrays.copyOfRange(batch.labels(), start, end));
  }
}
