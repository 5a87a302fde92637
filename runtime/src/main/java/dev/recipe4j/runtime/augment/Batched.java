package dev.recipe4j.runtime.augment;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.ExampleLoader;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.Labels;
import dev.recipe4j.runtime.data.StoredImage;
import java.nio.FloatBuffer;

/**
 * The last stage of a chain: images side by side in a batch, size x channels x height x width.
 *
 * @param <L> the kind of the labels
 */
public final class Batched<L extends Labels> implements ExampleLoader<L> {
  /** One channel on its way into a batch: a direct buffer is slow to write one by one. */
  private static final ThreadLocal<Plane> PLANE = ThreadLocal.withInitial(Plane::new);

  private final Decoded decoded;
  private final Normalization normalization;

  Batched(Decoded decoded, Normalization normalization) {
    this.decoded = decoded;
    this.normalization = normalization;
  }

  @Override
  public Shape shape(StoredImage image) {
    return decoded.shape(image);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IndexOutOfBoundsException if the batch has no room at that position
   */
  @Override
  public void load(StoredImage image, Draw draw, FloatBuffer batch, int position) {
    Image ready = decoded.apply(image, draw);
    int channels = ready.channels();
    byte[] pixels = ready.pixels();
    int size = ready.height() * ready.width();
    float[] plane = PLANE.get().ofAtLeast(size);
    int at = Math.multiplyExact(position, pixels.length);
    for (int channel = 0; channel < channels; channel++) {
      float[] values = normalization.channel(channel);
      for (int i = 0, from = channel; i < size; i++, from += channels) {
        plane[i] = values[pixels[from] & 0xff];
      }
      batch.put(at + channel * size, plane, 0, size);
    }
  }

  /** Its steps in their order. */
  @Override
  public String toString() {
    return decoded + " > " + normalization;
  }

  private static final class Plane {
    private float[] values = {};

    float[] ofAtLeast(int size) {
      if (values.length < size) {
        values = new float[size];
      }
      return values;
    }
  }
}
