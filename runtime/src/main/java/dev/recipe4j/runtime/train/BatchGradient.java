package dev.recipe4j.runtime.train;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.LossWeights;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The gradient of a batch from those of its shards. A shard is what one device, or one step of
 * gradient accumulation, would see: batch normalisation takes its statistics over a shard. Each
 * shard counts by its number of examples, or by the sum of the weights of their classes, so that
 * without batch normalisation the result is that of the whole batch.
 */
final class BatchGradient {
  /** Floats added at a time: two such blocks fit the first-level cache. */
  private static final int BLOCK = 2048;

  private final float[] block = new float[BLOCK];
  private final float[] shardBlock = new float[BLOCK];
  private final Engine engine;
  private final int shard;
  private final FloatBuffer gradient;
  private final FloatBuffer shardGradient;
  private final FloatBuffer logits;
  private final LossWeights weights;

  /**
   * Reserves the memory.
   *
   * @param batchSize examples of a full batch
   * @param shard most examples in one pass, at least 1
   * @param weights of the classes in the loss
   */
  BatchGradient(Engine engine, int batchSize, int shard, LossWeights weights) {
    this.engine = engine;
    this.weights = weights;
    engine.weighClasses(weights);
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
    // Before the first pass: how much a shard counts depends on all, and on whether they are mixed.
    List<Minibatch> parts = new ArrayList<>();
    double divisor = 0;
    for (int start = 0; start < batch.size(); start += shard) {
      Minibatch part = mix.apply(part(batch, start, Math.min(batch.size(), start + shard)));
      parts.add(part);
      divisor += weights.divisor(part);
    }
    double mean = 0;
    for (int i = 0; i < parts.size(); i++) {
      Minibatch part = parts.get(i);
      double loss = engine.gradient(part, shardGradient, logits);
      tally.add(logits, part, loss * part.size());
      double share = weights.divisor(part) / divisor;
      mean += loss * share;
      accumulate((float) share, i == 0);
    }
    return mean;
  }

  private void accumulate(float weight, boolean first) {
    int size = gradient.capacity();
    for (int start = 0; start < size; start += BLOCK) {
      accumulate(start, Math.min(BLOCK, size - start), weight, first);
    }
  }

  /** In arrays: the Java compiler turns loops over them, not over buffers, into vector code. */
  private void accumulate(int start, int size, float weight, boolean first) {
    shardGradient.get(start, shardBlock, 0, size);
    if (first) {
      for (int i = 0; i < size; i++) {
        block[i] = weight * shardBlock[i];
      }
    } else {
      gradient.get(start, block, 0, size);
      for (int i = 0; i < size; i++) {
        block[i] += weight * shardBlock[i];
      }
    }
    gradient.put(start, block, 0, size);
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
