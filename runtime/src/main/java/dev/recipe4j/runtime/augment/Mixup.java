package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Minibatch;
import java.nio.FloatBuffer;

/**
 * Images blended with one share from Beta(alpha, alpha) for the whole batch (Zhang et al., arXiv
 * 1710.09412).
 */
record Mixup(double alpha, double probability) implements BatchMix {
  Mixup {
    BatchMix.require(alpha, probability);
  }

  @Override
  public double mix(Minibatch batch, int[] partners, Draw draw) {
    double share = Beta.sample(alpha, draw);
    BatchMix.inPlace(batch, partners, new Blend(Math.toIntExact(batch.shape().size()), share));
    return share;
  }

  private record Blend(int size, double share) implements BatchMix.Part {
    @Override
    public void read(FloatBuffer images, int example, float[] part) {
      images.get(example * size, part);
    }

    @Override
    public void mix(FloatBuffer images, int example, float[] own, float[] partner) {
      float kept = (float) share;
      float given = (float) (1 - share);
      for (int i = 0; i < size; i++) {
        own[i] = kept * own[i] + given * partner[i];
      }
      images.put(example * size, own);
    }
  }
}
