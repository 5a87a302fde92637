package dev.recipe4j.runtime.train;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a network achieves on some examples.
 *
 * @param loss mean softmax cross-entropy in nats
 * @param top1 share of examples whose class has the highest logit, 0 to 1
 * @param topK by k, above 1, the share of examples whose class is among the k highest, 0 to 1; none
 *     where there are no more than k classes
 */
public record Metrics(double loss, double top1, SortedMap<Integer, Double> topK) {
  public Metrics {
    topK = Collections.unmodifiableSortedMap(new TreeMap<>(topK));
  }
}
