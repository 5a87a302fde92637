package dev.recipe4j.runtime.data;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.augment.Draw;
import dev.recipe4j.runtime.augment.HardLabels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;

/** Mini-batches of examples. */
public final class Minibatches {
  private final Examples examples;
  private final Batched<HardLabels> chain;
  private final int batchSize;
  private final boolean dropLast;
  private final long seed;

  public Minibatches(
      Examples examples,
      Batched<HardLabels> chain,
      int batchSize,
      boolean dropLast,
      long seed,
      int threads) {
    this.examples = examples;
    this.chain = chain;
    this.batchSize = batchSize;
    this.dropLast = dropLast;
    this.seed = seed;
  }

  /** Every example once, in the order of one epoch. */
  public Pass shuffled(int epoch) {
    List<Integer> order = order();
    Collections.shuffle(order, new Random(seed + epoch));
    return new Pass(order, epoch);
  }

  /** Every example once, in order. */
  public Pass inOrder() {
    return new Pass(order(), 0);
  }

  private List<Integer> order() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      order.add(i);
    }
    return order;
  }

  /** One pass over the examples. */
  public final class Pass implements Iterator<Minibatch>, AutoCloseable {
    private final List<Integer> order;
    private final int epoch;
    private int position;

    private Pass(List<Integer> order, int epoch) {
      this.order = order;
      this.epoch = epoch;
    }

    @Override
    public boolean hasNext() {
      return dropLast ? position + batchSize <= order.size() : position < order.size();
    }

    @Override
    public Minibatch next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int size = Math.min(batchSize, order.size() - position);
      Shape shape = chain.shape(examples.image(order.get(position)));
      FloatBuffer images =
          ByteBuffer.allocateDirect((int) (4L * size * shape.size()))
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
      int[] labels = new int[size];
      for (int i = 0; i < size; i++) {
        int index = order.get(position++);
        labels[i] = examples.label(index);
        chain.load(examples.image(index), Draw.of(seed, epoch, index), images, i);
      }
      return new Minibatch(size, shape, images, labels);
    }

    @Override
    public void close() {}
  }
}
