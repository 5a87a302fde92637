package dev.recipe4j.runtime.augment;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Minibatch;
import java.nio.FloatBuffer;

/**
 * A box of each image replaced by that of another one, at the same place in the whole batch: its
 * sides are those of an area 1 - l with l from Beta(alpha, alpha), its centre is uniform, and it is
 * cut at the border (Yun et al., arXiv 1905.04899). What is still an image's own is counted after
 * that.
 */
record CutMix(double alpha, double probability) implements BatchMix {
  CutMix {
    BatchMix.require(alpha, probability);
  }

  @Override
  public double mix(Minibatch batch, int[] partners, Draw draw) {
    Shape shape = batch.shape();
    double share = Beta.sample(alpha, draw);
    Hole box = box(shape, share, draw.below(shape.height()), draw.below(shape.width()));
    if (box.height() > 0 && box.width() > 0) {
      BatchMix.inPlace(batch, partners, new Paste(shape, box));
    }
    return kept(shape, box);
  }

  /** The box around a centre. */
  static Hole box(Shape shape, double share, int y, int x) {
    double side = Math.sqrt(1 - share);
    int top = y - (int) (shape.height() * side) / 2;
    int left = x - (int) (shape.width() * side) / 2;
    int bottom = y + (int) (shape.height() * side) / 2;
    int right = x + (int) (shape.width() * side) / 2;
    return new Hole(top, left, bottom - top, right - left).within(shape);
  }

  /** Share of the area that is outside the box. */
  static double kept(Shape shape, Hole box) {
    double whole = (double) shape.height() * shape.width();
    return 1 - box.height() * box.width() / whole;
  }

  private record Paste(Shape shape, Hole box) implements BatchMix.Part {
    @Override
    public int size() {
      return shape.channels() * box.height() * box.width();
    }

    @Override
    public void read(FloatBuffer images, int example, float[] part) {
      int at = 0;
      for (int channel = 0; channel < shape.channels(); channel++) {
        for (int y = 0; y < box.height(); y++, at += box.width()) {
          images.get(row(example, channel, y), part, at, box.width());
        }
      }
    }

    @Override
    public void mix(FloatBuffer images, int example, float[] own, float[] partner) {
      int at = 0;
      for (int channel = 0; channel < shape.channels(); channel++) {
        for (int y = 0; y < box.height(); y++, at += box.width()) {
          images.put(row(example, channel, y), partner, at, box.width());
        }
      }
    }

    private int row(int example, int channel, int y) {
      int plane = example * shape.channels() + channel;
      return (plane * shape.height() + box.top() + y) * shape.width() + box.left();
    }
  }
}
