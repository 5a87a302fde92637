package dev.recipe4j.runtime.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** How many images of each class were taken for each class. */
public final class ConfusionMatrix {
  private final int classes;
  private final int[] counts;

  /**
   * Images of one class that were taken for another.
   *
   * @param label their class
   * @param predicted what they were taken for
   * @param images how many, at least 1
   */
  public record Confusion(int label, int predicted, int images) {}

  /**
   * A matrix of zeros.
   *
   * @param classes at least 1
   */
  public ConfusionMatrix(int classes) {
    this.classes = classes;
    this.counts = new int[Math.multiplyExact(classes, classes)];
  }

  /** Counts images of a class that were taken for a class. */
  public void add(int label, int predicted, int images) {
    counts[label * classes + predicted] += images;
  }

  /** Number of classes. */
  public int classes() {
    return classes;
  }

  /** Images of a class that were taken for a class, the same or another. */
  public int count(int label, int predicted) {
    return counts[label * classes + predicted];
  }

  /** All images of a class. */
  public int images(int label) {
    int sum = 0;
    for (int predicted = 0; predicted < classes; predicted++) {
      sum += count(label, predicted);
    }
    return sum;
  }

  /** Share of the images of a class that were taken for it, 0 to 1; empty if there are none. */
  public OptionalDouble accuracy(int label) {
    int images = images(label);
    return images == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) count(label, label) / images);
  }

  /**
   * Mean of the accuracies of the classes that have images: what the accuracy would be if all were
   * of one size. NaN if none has any.
   */
  public double meanPerClass() {
    double sum = 0;
    int measured = 0;
    for (int label = 0; label < classes; label++) {
      OptionalDouble accuracy = accuracy(label);
      sum += accuracy.orElse(0);
      measured += accuracy.isPresent() ? 1 : 0;
    }
    return sum / measured;
  }

  /** Every pair of different classes that was confused, the most frequent first. */
  public List<Confusion> confusions() {
    List<Confusion> confusions = new ArrayList<>();
    for (int label = 0; label < classes; label++) {
      for (int predicted = 0; predicted < classes; predicted++) {
        if (label != predicted && count(label, predicted) > 0) {
          confusions.add(new Confusion(label, predicted, count(label, predicted)));
        }
      }
    }
    confusions.sort(Comparator.comparingInt(Confusion::images).reversed());
    return confusions;
  }
}
