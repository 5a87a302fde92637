package dev.recipe4j.runtime.optim;

import java.util.List;

/** The arithmetic of one optimiser on neighbouring parameters. */
interface Step {
  /**
   * Changes the parameters.
   *
   * @param w parameters, changed in place
   * @param g their gradient
   * @param start index of the first of them in the vectors that the optimiser remembers
   * @param size number of parameters
   * @param learningRate of this update
   * @param update number of updates before this one
   */
  void apply(float[] w, float[] g, int start, int size, float learningRate, long update);

  /** What it remembers; see {@link Update#state()}. */
  List<float[]> state();
}
