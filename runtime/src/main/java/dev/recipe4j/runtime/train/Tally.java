package dev.recipe4j.runtime.train;

import dev.recipe4j.runtime.data.Minibatch;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums up losses and ranks over the batches of a pass. */
final class Tally {
  private final int classes;
  private long examples;
  private long ranked;
  private double loss;

  /** How many examples have each rank. */
  private final long[] ranks;

  Tally(int classes) {
    this.classes = classes;
    this.ranks = new long[classes + 1];
  }

  /** A tally that goes on where one of as many classes was. */
  Tally(int classes, EpochProgress from) {
    this(classes);
    examples = from.examples();
    ranked = from.ranked();
    loss = from.loss();
    for (int rank = 0; rank < ranks.length; rank++) {
      ranks[rank] = from.ranks().get(rank);
    }
  }

  /** The sums so far, with what is known of the epoch beside them. */
  EpochProgress progress(int batches, double learningRate, double seconds) {
    List<Long> counts = Arrays.stream(ranks).boxed().toList();
    return new EpochProgress(batches, learningRate, seconds, examples, ranked, loss, counts);
  }

  /**
   * Adds a batch. The examples of a mixed one are of two classes, so that none is right: they count
   * for the loss alone.
   *
   * @param logits examples x classes from index 0
   * @param lossSum sum of the losses of its examples
   */
  void add(FloatBuffer logits, Minibatch batch, double lossSum) {
    if (!batch.isMixed()) {
      for (int i = 0; i < batch.size(); i++) {
        ranks[rank(logits, i * classes, batch.labels()[i])]++;
      }
      ranked += batch.size();
    }
    examples += batch.size();
    loss += lossSum;
  }

  /**
   * How many classes come before the right one. Of equal logits the lower class comes first, and
   * nothing is below NaN, so that a network without an opinion is not called right.
   */
  private int rank(FloatBuffer logits, int offset, int label) {
    float own = logits.get(offset + label);
    int rank = 0;
    for (int k = 0; k < classes; k++) {
      float other = logits.get(offset + k);
      boolean behind = k == label ? !Float.isNaN(own) : other < own || (other == own && k > label);
      rank += behind ? 0 : 1;
    }
    return rank;
  }

  long examples() {
    return examples;
  }

  /** Mean loss. */
  double loss() {
    return loss / examples;
  }

  /** Share of the examples of one class whose class has the highest logit, if there are some. */
  OptionalDouble top1() {
    return ranked == 0 ? OptionalDouble.empty() : OptionalDouble.of(top(1));
  }

  private double top(int k) {
    long among = 0;
    for (int rank = 0; rank < k; rank++) {
      among += ranks[rank];
    }
    return (double) among / ranked;
  }

  /**
   * What a network achieves on examples of one class each.
   *
   * @param topK values of k that are asked for; those that take every class are left out
   * @throws java.util.NoSuchElementException if all are mixed
   */
  Metrics metrics(List<Integer> topK) {
    SortedMap<Integer, Double> further = new TreeMap<>();
    double top1 = top1().orElseThrow();
    for (int k : topK) {
      if (k > 1 && k < classes) {
        further.put(k, top(k));
      }
    }
    return new Metrics(loss(), top1, further);
  }
}
