package dev.recipe4j.runtime.data;

import dev.recipe4j.network.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Examples in minibatches, loaded ahead by several threads.
 *
 * <p>What a batch holds depends on the seed and the epoch alone, never on the number of threads or
 * on earlier epochs. Three batches of memory are allocated once and used again in every epoch, so
 * one epoch can be under way at a time: close it, or take its last batch, before the next one. Safe
 * for use by one thread.
 */
public final class Minibatches {
  /** One in use, one ready, one being loaded. */
  static final int BUFFERS = 3;

  private final Examples examples;
  private final ExampleLoader<?> chain;
  private final int batchSize;
  private final boolean dropLast;
  private final long seed;
  private final int threads;
  private final List<FloatBuffer> buffers = new ArrayList<>();
  private @Nullable Shape shape;
  private @Nullable MinibatchIterator current;

  /**
   * @param examples what to load
   * @param chain how to load it
   * @param batchSize examples in a batch, at least 1
   * @param dropLast whether {@link #shuffled} leaves out a last batch that is not full
   * @param seed seed of the order and of every random augmentation
   * @param threads threads that load, at least 1
   * @throws IllegalArgumentException if {@code batchSize} or {@code threads} is less than 1
   */
  public Minibatches(
      Examples examples,
      ExampleLoader<?> chain,
      int batchSize,
      boolean dropLast,
      long seed,
      int threads) {
    if (batchSize < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "batches of %d examples, loaded by %d threads".formatted(batchSize, threads));
    }
    this.examples = examples;
    this.chain = chain;
    this.batchSize = batchSize;
    this.dropLast = dropLast;
    this.seed = seed;
    this.threads = threads;
  }

  /** Number of batches in a shuffled epoch; 0 if every example is dropped. */
  public int batchesPerEpoch() {
    return batches(dropLast);
  }

  /**
   * The shape of every image, as the first that can be read has it.
   *
   * @throws DataException if none can be read, or more cannot be than may be
   */
  public Shape shape() {
    if (shape == null) {
      shape = chain.shape(examples.first());
    }
    return shape;
  }

  /**
   * The batches of an epoch, in an order of its own.
   *
   * @param epoch number of the epoch, which decides the order and the augmentations
   * @throws DataException if the first example cannot be read
   * @throws IllegalStateException if another epoch is under way
   */
  public MinibatchIterator shuffled(int epoch) {
    return shuffled(epoch, 0);
  }

  /**
   * The rest of an epoch: the batches that {@link #shuffled(int)} gives after the first few. Images
   * of those are not loaded.
   *
   * @param epoch number of the epoch, which decides the order and the augmentations
   * @param taken how many batches are left out, 0 to {@link #batchesPerEpoch()}
   * @throws DataException if the first example cannot be read
   * @throws IllegalArgumentException if the epoch has not so many batches
   * @throws IllegalStateException if another epoch is under way
   */
  public MinibatchIterator shuffled(int epoch, int taken) {
    if (taken < 0 || taken > batchesPerEpoch()) {
      throw new IllegalArgumentException(
          "after batch %d of an epoch of %d".formatted(taken, batchesPerEpoch()));
    }
    return start(Draw.ofEpoch(seed, epoch).permutation(examples.size()), epoch, dropLast, taken);
  }

  /**
   * All examples in the order of their indices, the last batch smaller if need be. A random chain
   * does the same to an example every time.
   *
   * @throws DataException if the first example cannot be read
   * @throws IllegalStateException if another epoch is under way
   */
  public MinibatchIterator inOrder() {
    int[] order = new int[examples.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    return start(order, 0, false, 0);
  }

  private int batches(boolean fullOnly) {
    int full = examples.size() / batchSize;
    return fullOnly || examples.size() % batchSize == 0 ? full : full + 1;
  }

  private MinibatchIterator start(int[] order, int epoch, boolean fullOnly, int taken) {
    if (current != null && !current.isFinished()) {
      throw new IllegalStateException("an epoch is under way; close it before the next one");
    }
    int batches = batches(fullOnly);
    int used = Math.toIntExact(Math.min((long) batches * batchSize, order.length));
    EpochOrder epochOrder = new EpochOrder(order, used, batchSize, epoch, seed);
    ExampleWriter writer = new ExampleWriter(examples, chain, shape());
    current = new MinibatchIterator(epochOrder, writer, buffers(batches), threads, taken);
    return current;
  }

  private List<FloatBuffer> buffers(int batches) {
    int largest = Math.min(batchSize, examples.size());
    long bytes = Math.multiplyExact(shape().size(), (long) largest * Float.BYTES);
    if (bytes > Integer.MAX_VALUE) {
      throw new DataException(
          ("a batch of %d images of %s takes %d MB, at most 2047 are possible;"
                  + " divide the batch into more parts (@Batch(accumulate))")
              .formatted(largest, shape(), bytes >> 20));
    }
    while (buffers.size() < Math.min(BUFFERS, batches)) {
      buffers.add(
          ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.nativeOrder()).asFloatBuffer());
    }
    return List.copyOf(buffers);
  }
}
