package dev.recipe4j.runtime.train;

import java.util.List;

/**
 * What a network achieves on some examples, class by class.
 *
 * @param metrics over all examples
 * @param confusion which class was taken for which
 * @param mistakes those with the highest losses, the highest first
 */
public record Evaluation(Metrics metrics, ConfusionMatrix confusion, List<Mistake> mistakes) {
  public Evaluation {
    mistakes = List.copyOf(mistakes);
  }
}
