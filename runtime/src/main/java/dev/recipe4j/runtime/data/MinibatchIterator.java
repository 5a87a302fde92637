package dev.recipe4j.runtime.data;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The minibatches of one epoch. Threads load ahead while a batch is in use. They end with the last
 * batch, with the first failure, or when this iterator is closed; until then they wait, so close an
 * iterator that is not used up. For use by one thread.
 */
public final class MinibatchIterator implements Iterator<Minibatch>, AutoCloseable {
  /** Examples that a thread takes at once: enough to make taking them cheap, even for 28x28. */
  private static final int PIECE = 16;

  private final EpochOrder order;
  private final ExampleWriter writer;
  private final List<FloatBuffer> buffers;
  private final List<Thread> threads = new ArrayList<>();

  // Guarded by this. Batch b stands in buffer b % buffers.size(), which is free for it once all
  // batches up to b - buffers.size() are given back.
  private final int[] unloaded;
  private final int[][] labels;
  private final List<SortedMap<Integer, UnreadableImageException>> unreadable = new ArrayList<>();
  private int nextBatch;
  private int nextPosition;
  private int taken;
  private long waited;
  private int givenBack;
  private @Nullable Throwable failure;
  private int failedBatch = Integer.MAX_VALUE;
  private volatile boolean closed;

  /** Examples of one batch that one thread loads. */
  private record Piece(int batch, int from, int to) {}

  /**
   * Starts the threads.
   *
   * @param taken batches at the beginning of the epoch that are left out
   */
  MinibatchIterator(
      EpochOrder order, ExampleWriter writer, List<FloatBuffer> buffers, int threads, int taken) {
    this.order = order;
    this.writer = writer;
    this.buffers = buffers;
    this.unloaded = new int[buffers.size()];
    this.labels = new int[buffers.size()][];
    this.taken = taken;
    this.nextBatch = taken;
    this.givenBack = taken;
    buffers.forEach(buffer -> unreadable.add(new TreeMap<>()));
    for (int i = 0; i < threads && order.batches() > taken; i++) {
      Thread thread = new Thread(this::work, "recipe4j-data-" + (i + 1));
      thread.setDaemon(true);
      this.threads.add(thread);
      thread.start();
    }
  }

  /** Whether there is another batch. False once this iterator is closed. */
  @Override
  public boolean hasNext() {
    return !closed && taken < order.batches();
  }

  /**
   * The next batch, as soon as it is loaded; the one before it is no longer valid.
   *
   * @throws DataException if an example of the batch cannot be loaded and may not be left out; this
   *     iterator is then closed
   * @throws NoSuchElementException if there is none
   * @throws IllegalStateException if the thread is interrupted while it waits
   */
  @Override
  public Minibatch next() {
    if (!hasNext()) {
      throw new NoSuchElementException(closed ? "closed" : "the epoch has ended");
    }
    int batch = taken;
    long begin = System.nanoTime();
    Throwable failed = awaitLoaded(batch);
    waited += System.nanoTime() - begin;
    if (failed != null) {
      close();
      throw asUnchecked(failed);
    }
    taken++;
    try {
      return leavingOut(batch);
    } catch (DataException e) {
      close();
      throw e;
    }
  }

  /** Seconds that {@link #next} has waited for batches: what the user of the batches lost. */
  public double secondsWaited() {
    return waited / 1e9;
  }

  /**
   * The batch without its unreadable examples; the others move up, in their order. Told here and
   * not where they were met, so that it does not depend on the threads which is the one too many.
   */
  private Minibatch leavingOut(int batch) {
    int slot = batch % buffers.size();
    int size = order.size(batch);
    int elements = Math.toIntExact(writer.shape().size());
    FloatBuffer images = buffers.get(slot);
    SortedMap<Integer, UnreadableImageException> missing = unreadable.get(slot);
    missing.forEach(
        (position, reason) -> writer.unreadable(order.example(batch, position), reason));
    if (missing.size() == size) {
      throw new DataException(
          "no image of a batch of %d can be read, such as %s"
              .formatted(size, writer.examples().name(order.example(batch, 0))));
    }
    int[] kept = labelsOf(slot);
    if (!missing.isEmpty()) {
      int[] all = kept;
      kept = new int[size - missing.size()];
      int to = 0;
      for (int from = 0; from < size; from++) {
        if (!missing.containsKey(from)) {
          images.put(to * elements, images, from * elements, elements);
          kept[to++] = all[from];
        }
      }
    }
    return new Minibatch(
        kept.length,
        writer.shape(),
        images.slice(0, Math.multiplyExact(kept.length, elements)),
        kept);
  }

  /** Gives the batch before it back and waits; the failure that makes the batch impossible. */
  private synchronized @Nullable Throwable awaitLoaded(int batch) {
    givenBack = batch;
    notifyAll();
    try {
      while (failedBatch > batch && !isLoaded(batch)) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a batch", e);
    }
    return failedBatch > batch ? null : failure;
  }

  private boolean isLoaded(int batch) {
    return batch < nextBatch && unloaded[batch % buffers.size()] == 0;
  }

  private static RuntimeException asUnchecked(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    // The loader throws nothing that is checked.
    return (RuntimeException) failure;
  }

  private void work() {
    try {
      for (Piece piece = take(); piece != null; piece = take()) {
        try {
          load(piece);
        } catch (RuntimeException | Error e) {
          fail(piece.batch(), e);
        }
      }
    } catch (InterruptedException e) {
      // Nobody but the owner of the process interrupts these threads: it wants them to end.
      Thread.currentThread().interrupt();
    }
  }

  /** The next examples to load, once their buffer is free; null if there are none. */
  private synchronized @Nullable Piece take() throws InterruptedException {
    while (mayTake() && nextBatch >= givenBack + buffers.size()) {
      wait();
    }
    if (!mayTake()) {
      return null;
    }
    int slot = nextBatch % buffers.size();
    int size = order.size(nextBatch);
    if (nextPosition == 0) {
      unloaded[slot] = size;
      unreadable.get(slot).clear();
      labels[slot] = new int[size];
    }
    Piece piece = new Piece(nextBatch, nextPosition, Math.min(nextPosition + PIECE, size));
    nextPosition = piece.to();
    if (nextPosition == size) {
      nextBatch++;
      nextPosition = 0;
    }
    return piece;
  }

  private boolean mayTake() {
    return !closed && failure == null && nextBatch < order.batches();
  }

  private void load(Piece piece) {
    int slot = piece.batch() % buffers.size();
    int[] batchLabels = labelsOf(slot);
    for (int position = piece.from(); position < piece.to() && !closed; position++) {
      int example = order.example(piece.batch(), position);
      try {
        batchLabels[position] =
            writer.write(example, order.draw(example), buffers.get(slot), position);
      } catch (UnreadableImageException e) {
        addUnreadable(slot, position, e);
      }
    }
    loaded(slot, piece.to() - piece.from());
  }

  private synchronized void addUnreadable(int slot, int position, UnreadableImageException reason) {
    unreadable.get(slot).put(position, reason);
  }

  private synchronized int[] labelsOf(int slot) {
    return labels[slot];
  }

  private synchronized void loaded(int slot, int examples) {
    unloaded[slot] -= examples;
    notifyAll();
  }

  /**
   * Keeps the failure of the earliest batch. Pieces are taken in order, so the batches before it
   * are still completed and delivered: where a run stops does not depend on the threads.
   */
  private synchronized void fail(int batch, Throwable cause) {
    if (batch < failedBatch) {
      failedBatch = batch;
      failure = cause;
    }
    notifyAll();
  }

  /** Whether no batch is to come, so that the memory may be used for another epoch. */
  boolean isFinished() {
    return !hasNext();
  }

  /** Ends the threads and waits for them. The batch in use is no longer valid. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    boolean interrupted = false;
    for (Thread thread : threads) {
      boolean ended = false;
      while (!ended) {
        try {
          thread.join();
          ended = true;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
