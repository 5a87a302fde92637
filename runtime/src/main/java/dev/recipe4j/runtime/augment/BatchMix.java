package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Minibatch;
import java.nio.FloatBuffer;

/** Mixes each image of a batch with another one of the batch. */
interface BatchMix {
  /** Share of the batches that are mixed so, 0 to 1. */
  double probability();

  /**
   * Mixes the images in place.
   *
   * @param partners for each image the one to mix it with: a permutation
   * @return how much of each image is still its own, 0 to 1
   */
  double mix(Minibatch batch, int[] partners, Draw draw);

  /** Refuses parameters out of range. */
  static void require(double alpha, double probability) {
    if (!(alpha > 0) || !Double.isFinite(alpha)) {
      throw new IllegalArgumentException(
          "alpha %s of a Beta distribution; write more than 0".formatted(alpha));
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability of " + probability + "; write 0 to 1");
    }
  }

  /** Reads and writes what is mixed of one image. */
  interface Part {
    /** Elements of the part. */
    int size();

    void read(FloatBuffer images, int example, float[] part);

    /** Puts a partner's part into an image; both are as they were before the mix. */
    void mix(FloatBuffer images, int example, float[] own, float[] partner);
  }

  /**
   * Mixes along the cycles of the permutation, so that only three parts are held beside the batch.
   */
  static void inPlace(Minibatch batch, int[] partners, Part part) {
    boolean[] isMixed = new boolean[batch.size()];
    float[] first = new float[part.size()];
    float[] own = new float[part.size()];
    float[] other = new float[part.size()];
    FloatBuffer images = batch.images();
    for (int start = 0; start < batch.size(); start++) {
      if (!isMixed[start] && partners[start] != start) {
        part.read(images, start, first);
        System.arraycopy(first, 0, own, 0, own.length);
        int example = start;
        for (; partners[example] != start; example = partners[example]) {
          isMixed[example] = true;
          part.read(images, partners[example], other);
          part.mix(images, example, own, other);
          float[] read = other;
          other = own;
          own = read;
        }
        isMixed[example] = true;
        part.mix(images, example, own, first);
      }
    }
  }
}
