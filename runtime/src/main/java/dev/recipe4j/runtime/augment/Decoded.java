package dev.recipe4j.runtime.augment;

import dev.recipe4j.AutoAugment.Policy;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.StoredImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first stage of a chain: steps on decoded images of 8-bit samples. The stages offer only what
 * is legal next, so a chain in a wrong order does not compile:
 *
 * <pre>{@code
 * Batched<HardLabels> chain =
 *     Decoded.images(3)
 *         .randomResizedCrop(224, 0.08, 1, 3.0 / 4, 4.0 / 3)
 *         .randomFlip(0.5)
 *         .normalize(mean, std)
 *         .batched();
 * }</pre>
 *
 * <p>Immutable: each step returns a new stage. Every step throws {@link IllegalArgumentException}
 * if an argument is out of its range.
 */
public final class Decoded {
  private final int channels;
  private final List<ImageOperation> operations;

  private Decoded(int channels, List<ImageOperation> operations) {
    this.channels = channels;
    this.operations = List.copyOf(operations);
  }

  /**
   * Images as they are decoded, converted to a number of channels: grey is repeated, RGB becomes
   * its luma.
   *
   * @param channels 3 (RGB) or 1 (grey)
   */
  public static Decoded images(int channels) {
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException(
          "images of %d channels; write 1 (grey) or 3 (RGB)".formatted(channels));
    }
    return new Decoded(channels, List.of());
  }

  /**
   * A random part of each image, resized to a square: its aspect ratio a is uniform, its share of
   * the area uniform within the limits and within what fits, its place uniform.
   *
   * @param size side of the square in pixels, at least 1
   * @param minScale smallest share of the area, greater than 0, at most {@code maxScale}
   * @param maxScale largest share of the area, at most 1
   * @param minRatio smallest width / height, greater than 0, at most {@code maxRatio}
   * @param maxRatio largest width / height
   */
  public Decoded randomResizedCrop(
      int size, double minScale, double maxScale, double minRatio, double maxRatio) {
    return with(new RandomResizedCrop(size, minScale, maxScale, minRatio, maxRatio));
  }

  /**
   * A random part, of the image's own size, of the image with a border of zeros.
   *
   * @param pad pixels added on each side, at least 0
   */
  public Decoded padAndCrop(int pad) {
    return with(new PadAndCrop(pad));
  }

  /**
   * The whole image, resized to a square.
   *
   * @param size side of the square in pixels, at least 1
   */
  public Decoded resizeTo(int size) {
    return with(new ResizeTo(size));
  }

  /**
   * The shorter side resized, then the square in the middle, with a black border where it is
   * larger.
   *
   * @param resize length of the shorter side in pixels, at least 1
   * @param crop side of the square in pixels, at least 1
   */
  public Decoded evaluationCrop(int resize, int crop) {
    return with(new EvaluationCrop(resize, crop));
  }

  /**
   * The image mirrored left to right.
   *
   * @param probability 0 to 1
   */
  public Decoded randomFlip(double probability) {
    return with(new RandomFlip(probability));
  }

  /**
   * Brightness, contrast and saturation changed by factors that are uniform within {@code 1 ±
   * change}, the hue turned, in a random order.
   *
   * @param brightness largest change, at least 0
   * @param contrast largest change, at least 0
   * @param saturation largest change, at least 0
   * @param hue largest turn as a share of the circle, 0 to 0.5
   */
  public Decoded colorJitter(double brightness, double contrast, double saturation, double hue) {
    return with(new ColorJitter(brightness, contrast, saturation, hue));
  }

  /** One of the 25 pairs of operations of a learned policy. */
  public Decoded autoAugment(Policy policy) {
    return with(new AutoAugment(policy));
  }

  /**
   * Operations drawn with replacement, all at one strength.
   *
   * @param layers operations for each image, at least 1
   * @param magnitude strength in tenths of the range of each operation, 0 to 30
   */
  public Decoded randAugment(int layers, int magnitude) {
    return with(new RandAugment(layers, magnitude));
  }

  /**
   * An operation of one's own, after crop and flip.
   *
   * @param operation called for every training image
   */
  public Decoded policy(ImageOperation operation) {
    return with(operation);
  }

  /**
   * Samples as real numbers, {@code (v / 255 - mean) / std} in each channel.
   *
   * @param mean mean of each channel on the scale 0 to 1
   * @param std standard deviation of each channel on the same scale, greater than 0
   */
  public Normalized normalize(List<Double> mean, List<Double> std) {
    return new Normalized(this, Normalization.of(channels, mean, std));
  }

  /** The image after all steps; decoded in part if the first of them needs no more. */
  Image apply(StoredImage image, Draw draw) {
    boolean isPart = !operations.isEmpty() && operations.get(0) instanceof RegionalOperation;
    Image result =
        isPart
            ? ((RegionalOperation) operations.get(0)).applyToStored(image, channels, draw)
            : image.whole().withChannels(channels);
    for (ImageOperation operation : operations.subList(isPart ? 1 : 0, operations.size())) {
      result = operation.apply(result, draw);
    }
    return result;
  }

  /** The image as it is decoded, and after each step. */
  List<Step> steps(Image image, Draw draw) {
    List<Step> steps = new ArrayList<>();
    Image result = image.withChannels(channels);
    steps.add(new Step("original", image));
    for (ImageOperation operation : operations) {
      result = operation.apply(result, draw);
      steps.add(new Step(name(operation), result));
    }
    return steps;
  }

  /** What a step is called: its class, if it has a name. */
  static String name(Object step) {
    return step.getClass().isHidden() ? "own step" : step.getClass().getSimpleName();
  }

  /** What the steps make of an image of that size. */
  Shape shape(StoredImage image) {
    Shape shape = new Shape(channels, image.height(), image.width());
    for (ImageOperation operation : operations) {
      shape = operation.shape(shape);
    }
    return shape;
  }

  private Decoded with(ImageOperation operation) {
    List<ImageOperation> extended = new ArrayList<>(operations);
    extended.add(operation);
    return new Decoded(channels, extended);
  }

  /** Its steps, as in {@code Images[channels=3] > RandomFlip[probability=0.5]}. */
  @Override
  public String toString() {
    return Stream.concat(Stream.of("Images[channels=" + channels + "]"), operations.stream())
        .map(Object::toString)
        .collect(Collectors.joining(" > "));
  }
}
