package dev.recipe4j.runtime;

import java.util.List;

/**
 * What a classifier says about an image.
 *
 * @param ranked every class, the most probable first
 */
public record Classification(List<Candidate> ranked) {
  /**
   * One class.
   *
   * @param label its name
   * @param index its number, from 0
   * @param probability 0 to 1; those of all classes add up to 1
   */
  public record Candidate(String label, int index, double probability) {}

  public Classification {
    ranked = List.copyOf(ranked);
  }

  /** Name of the most probable class. */
  public String label() {
    return ranked.get(0).label();
  }

  /** Number of the most probable class. */
  public int index() {
    return ranked.get(0).index();
  }

  /** Probability of the most probable class. */
  public double probability() {
    return ranked.get(0).probability();
  }
}
