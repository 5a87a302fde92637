package dev.recipe4j.runtime.engine;

import dev.recipe4j.runtime.data.Draw;
import java.nio.FloatBuffer;

/**
 * What dropout draws: a function of seed, update, pass, layer and element alone, the same in every
 * engine.
 */
public final class DropoutDraws {
  private final Draw draw = Draw.ofPass(0, 0, 0, 0);
  private long seed;
  private long update;
  private int pass;

  /** Says for which update the next passes are; see {@link Engine#beginUpdate}. */
  public void beginUpdate(long seed, long update) {
    this.seed = seed;
    this.update = update;
    this.pass = 0;
  }

  /** Says that a training pass is over. */
  public void endPass() {
    pass++;
  }

  /**
   * Draws for one layer: 0 with the probability, otherwise what keeps the mean (Srivastava et al.,
   * 2014, §10).
   *
   * @param layer number of the layer in its network
   * @param factors receives one for each element, in the order example, channel, row, column
   */
  public void factors(int layer, double probability, FloatBuffer factors) {
    float kept = (float) (1 / (1 - probability));
    draw.beginPass(seed, update, pass, layer);
    for (int i = 0; i < factors.capacity(); i++) {
      factors.put(i, draw.chance(probability) ? 0 : kept);
    }
  }
}
