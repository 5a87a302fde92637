package dev.recipe4j.runtime.train;

import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.SoftmaxCrossEntropy;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Looks at every example of a pass in order: who is taken for whom, and which are worst. */
final class Examination {
  /** Mistakes that are kept: as many as one looks through. */
  static final int MISTAKES = 24;

  private static final Comparator<Mistake> BY_LOSS = Comparator.comparingDouble(Mistake::loss);

  private final NotingSkipped examples;
  private final int classes;
  private final ConfusionMatrix confusion;
  private final PriorityQueue<Mistake> worst = new PriorityQueue<>(BY_LOSS);
  private int next;

  Examination(NotingSkipped examples, int classes) {
    this.examples = examples;
    this.classes = classes;
    this.confusion = new ConfusionMatrix(classes);
  }

  /**
   * Adds the next batch.
   *
   * @param logits examples x classes from index 0
   */
  void add(FloatBuffer logits, Minibatch batch) {
    for (int i = 0; i < batch.size(); i++) {
      int index = examples.present(next);
      next = index + 1;
      add(logits.slice(i * classes, classes), index, batch.labels()[i]);
    }
  }

  private void add(FloatBuffer logits, int index, int label) {
    int predicted = predicted(logits, label);
    confusion.add(label, predicted, 1);
    if (predicted == label) {
      return;
    }
    double loss = loss(logits, label);
    // Nothing is worse than no number.
    double weight = Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
    if (worst.size() == MISTAKES && worst.element().loss() >= weight) {
      return;
    }
    worst.add(
        new Mistake(
            index,
            examples.name(index),
            label,
            predicted,
            weight,
            Math.exp(-weight),
            probability(logits, predicted)));
    if (worst.size() > MISTAKES) {
      worst.remove();
    }
  }

  private double probability(FloatBuffer logits, int of) {
    double loss = loss(logits, of);
    return Double.isNaN(loss) ? 0 : Math.exp(-loss);
  }

  private double loss(FloatBuffer logits, int of) {
    return SoftmaxCrossEntropy.sum(logits, classes, new int[] {of});
  }

  /** The label exactly where {@link Tally} calls the network right: NaN is never right. */
  private int predicted(FloatBuffer logits, int label) {
    int highest = -1;
    float top = 0;
    for (int k = 0; k < classes; k++) {
      float logit = logits.get(k) + 0f; // Of -0 and 0 none is higher.
      boolean counts = k != label || !Float.isNaN(logit);
      if (counts && (highest < 0 || Float.compare(logit, top) > 0)) {
        highest = k;
        top = logit;
      }
    }
    return Math.max(highest, 0);
  }

  Evaluation result(Metrics metrics) {
    List<Mistake> mistakes = new ArrayList<>(worst);
    mistakes.sort(BY_LOSS.reversed().thenComparingInt(Mistake::index));
    return new Evaluation(metrics, confusion, mistakes);
  }
}
