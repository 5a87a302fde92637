package dev.recipe4j.runtime.augment;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Image;
import java.nio.FloatBuffer;
import java.util.List;

/** Decoded images, before any processing. */
public final class Decoded {
  private final int side;

  private Decoded(int side) {
    this.side = side;
  }

  public static Decoded images(int channels) {
    return new Decoded(0);
  }

  public Decoded evaluationCrop(int resize, int crop) {
    return new Decoded(crop);
  }

  public Decoded resizeTo(int size) {
    return new Decoded(size);
  }

  public Normalized normalize(List<Double> mean, List<Double> std) {
    return new Normalized(side, mean, std);
  }

  /** Images of floats. */
  public record Normalized(int side, List<Double> mean, List<Double> std)
      implements Batched<HardLabels> {
    public Batched<HardLabels> batched() {
      return this;
    }

    @Override
    public void load(Image image, Draw draw, FloatBuffer batch, int position) {
      Shape shape = shape(image);
      int at = (int) (position * shape.size());
      for (int c = 0; c < shape.channels(); c++) {
        for (int y = 0; y < shape.height(); y++) {
          for (int x = 0; x < shape.width(); x++) {
            int row = y * image.height() / shape.height();
            int column = x * image.width() / shape.width();
            int pixel = image.pixels()[(row * image.width() + column) * image.channels() + c] & 255;
            batch.put(at++, (float) ((pixel / 255.0 - mean.get(c)) / std.get(c)));
          }
        }
      }
    }

    @Override
    public Shape shape(Image first) {
      return side == 0
          ? new Shape(first.channels(), first.height(), first.width())
          : new Shape(first.channels(), side, side);
    }
  }
}
