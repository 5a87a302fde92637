package dev.recipe4j.runtime.optim;

import dev.recipe4j.Slot;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.spec.Ema;
import dev.recipe4j.spec.RecipeSpec;
import java.nio.FloatBuffer;
import java.util.Optional;

/**
 * An exponential moving average of the whole flat parameter vector, running statistics included, as
 * timm's ModelEma: {@code e = decay * e + (1 - decay) * w}, from a copy of the starting weights. It
 * is computed as {@code e += (1 - decay) * (w - e)}, so that what does not change, as frozen stages
 * do not, has an average of exactly its value.
 */
public final class WeightAverage {
  private static final int BLOCK = 2048;

  private final float fresh;
  private final FloatBuffer values;
  private final float[] average = new float[BLOCK];
  private final float[] weights = new float[BLOCK];

  /**
   * An average that starts now.
   *
   * @param decay share that is kept at each update, above 0 and below 1
   * @param parameters where it starts; copied
   */
  WeightAverage(double decay, FloatBuffer parameters) {
    this.fresh = (float) (1 - decay);
    this.values = FloatBuffers.direct(parameters.capacity());
    values.put(0, parameters, 0, parameters.capacity());
  }

  /** The average that a recipe asks for, if it does. */
  public static Optional<WeightAverage> of(RecipeSpec recipe, FloatBuffer parameters) {
    return recipe.find(Slot.EMA, Ema.class).map(ema -> new WeightAverage(ema.decay(), parameters));
  }

  /** The average itself, not a copy: a checkpoint saves and restores it. */
  public FloatBuffer values() {
    return values;
  }

  /**
   * Takes the parameters after an update.
   *
   * @param parameters as many as at the start; only read
   */
  public void add(FloatBuffer parameters) {
    int size = values.capacity();
    for (int start = 0; start < size; start += BLOCK) {
      add(parameters, start, Math.min(BLOCK, size - start));
    }
  }

  private void add(FloatBuffer parameters, int start, int size) {
    float[] e = average;
    float[] w = weights;
    values.get(start, e, 0, size);
    parameters.get(start, w, 0, size);
    for (int i = 0; i < size; i++) {
      e[i] += fresh * (w[i] - e[i]);
    }
    values.put(start, e, 0, size);
  }

  /** Exchanges average and parameters; a second call puts both back, bit for bit. */
  public void exchange(FloatBuffer parameters) {
    int size = values.capacity();
    for (int start = 0; start < size; start += BLOCK) {
      int count = Math.min(BLOCK, size - start);
      values.get(start, average, 0, count);
      parameters.get(start, weights, 0, count);
      values.put(start, weights, 0, count);
      parameters.put(start, average, 0, count);
    }
  }
}
