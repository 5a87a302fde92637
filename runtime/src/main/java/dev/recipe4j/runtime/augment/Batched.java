package dev.recipe4j.runtime.augment;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.ExampleLoader;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.Labels;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.data.SoftLabels;
import dev.recipe4j.runtime.data.StoredImage;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last stage of a chain: images side by side in a batch, size x channels x height x width.
 * Immutable: each step returns a new stage.
 *
 * @param <L> the kind of the labels
 */
public final class Batched<L extends Labels> implements ExampleLoader<L> {
  /** One channel on its way into a batch: a direct buffer is slow to write one by one. */
  private static final ThreadLocal<Plane> PLANE = ThreadLocal.withInitial(Plane::new);

  private final Decoded decoded;
  private final Normalization normalization;
  private final List<PlaneOperation> operations;
  private final BatchMixes mixes;

  Batched(
      Decoded decoded,
      Normalization normalization,
      List<PlaneOperation> operations,
      BatchMixes mixes) {
    this.decoded = decoded;
    this.normalization = normalization;
    this.operations = List.copyOf(operations);
    this.mixes = mixes;
  }

  /**
   * A part of each label spread evenly over all classes.
   *
   * @param value the part, 0 or more and less than 1
   * @throws IllegalArgumentException if it is not
   */
  public Batched<SoftLabels> labelSmoothing(double value) {
    return mixing(mixes.smoothed(value));
  }

  /**
   * Some batches blended with themselves in another order, {@code l x + (1 - l) x'}, and their
   * labels likewise; one {@code l} from Beta(alpha, alpha) for a batch.
   *
   * @param alpha greater than 0
   * @param probability share of the batches, at most what other mixes leave of 1
   * @throws IllegalArgumentException if a value is out of its range
   */
  public Batched<SoftLabels> mixup(double alpha, double probability) {
    return mixing(mixes.with(new Mixup(alpha, probability)));
  }

  /**
   * In some batches one box of every image replaced by that of another image of the batch, and the
   * labels mixed by area; its area before it is cut at the border is {@code 1 - l} with one {@code
   * l} from Beta(alpha, alpha) for a batch.
   *
   * @param alpha greater than 0
   * @param probability share of the batches, at most what other mixes leave of 1
   * @throws IllegalArgumentException if a value is out of its range
   */
  public Batched<SoftLabels> cutMix(double alpha, double probability) {
    return mixing(mixes.with(new CutMix(alpha, probability)));
  }

  private Batched<SoftLabels> mixing(BatchMixes changed) {
    return new Batched<>(decoded, normalization, operations, changed);
  }

  /**
   * A loaded batch after the steps that concern it as a whole. Its images are mixed in place; a
   * batch of one has no other image to be mixed with and stays as it is.
   *
   * @param batch loaded by this chain
   * @param draw the random numbers of the batch in its epoch
   */
  public Minibatch mixed(Minibatch batch, Draw draw) {
    return mixes.apply(batch, draw);
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
    if (!operations.isEmpty()) {
      Shape shape = new Shape(channels, ready.height(), ready.width());
      for (PlaneOperation operation : operations) {
        operation.apply(batch, at, shape, draw);
      }
    }
  }

  /**
   * The image as it is decoded, and after each step on 8-bit samples: what {@link #load} does to it
   * with the same numbers.
   */
  public List<Step> steps(Image image, Draw draw) {
    return decoded.steps(image, draw);
  }

  /** What the steps after those are called, up to the batch. */
  public String normalizedName() {
    return Stream.concat(Stream.of("Normalized"), operations.stream().map(Decoded::name))
        .collect(Collectors.joining(", "));
  }

  /**
   * An image of a batch as people see it, the normalisation undone.
   *
   * @param batch images of the given shape
   * @param position index of the image within the batch
   */
  public Image picture(FloatBuffer batch, int position, Shape shape) {
    int channels = shape.channels();
    byte[] pixels = new byte[Math.toIntExact(shape.size())];
    int plane = pixels.length / channels;
    int start = Math.multiplyExact(position, pixels.length);
    for (int channel = 0; channel < channels; channel++) {
      float[] values = normalization.channel(channel);
      float black = values[0];
      float white = values[values.length - 1];
      for (int i = 0; i < plane; i++) {
        float share = (batch.get(start + channel * plane + i) - black) / (white - black);
        int level = Math.round(share * (values.length - 1));
        pixels[i * channels + channel] = ToneTables.clipped(level);
      }
    }
    return new Image(shape.height(), shape.width(), channels, pixels);
  }

  /** Its steps in their order. */
  @Override
  public String toString() {
    StringBuilder steps = new StringBuilder(decoded + " > " + normalization);
    operations.forEach(operation -> steps.append(" > ").append(operation));
    return steps.append(mixes).toString();
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
