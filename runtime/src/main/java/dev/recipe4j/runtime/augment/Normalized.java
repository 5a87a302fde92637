package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.HardLabels;
import java.util.ArrayList;
import java.util.List;

/**
 * The second stage of a chain: images as float32, zero at the mean of the data. Immutable: each
 * step returns a new stage, and throws {@link IllegalArgumentException} if an argument is out of
 * its range.
 */
public final class Normalized {
  private final Decoded decoded;
  private final Normalization normalization;
  private final List<PlaneOperation> operations;

  Normalized(Decoded decoded, Normalization normalization) {
    this(decoded, normalization, List.of());
  }

  private Normalized(
      Decoded decoded, Normalization normalization, List<PlaneOperation> operations) {
    this.decoded = decoded;
    this.normalization = normalization;
    this.operations = List.copyOf(operations);
  }

  /**
   * One square set to 0, its centre uniform, cut at the border.
   *
   * @param side in pixels, at least 1
   */
  public Normalized cutout(int side) {
    return erase(new Cutout(side));
  }

  /**
   * One rectangle set to 0.
   *
   * @param probability 0 to 1
   * @param minArea smallest share of the image area, greater than 0, at most {@code maxArea}
   * @param maxArea largest share of the image area, at most 1
   * @param minAspect smallest height / width, greater than 0, at most 1; the largest is 1 / {@code
   *     minAspect}
   */
  public Normalized randomErasing(
      double probability, double minArea, double maxArea, double minAspect) {
    return erase(new RandomErasing(probability, minArea, maxArea, minAspect));
  }

  /** Cells of a grid set to 0, each with probability 1/2. */
  public Normalized hideAndSeek() {
    return erase(new HideAndSeek());
  }

  /**
   * Bands of rows and columns set to 0.
   *
   * @param d1 smallest period in pixels, at least 2
   * @param d2 bound of the period in pixels, exclusive
   * @param ratio width of a band as a share of the period, greater than 0 and below 1
   * @param rampEpochs epochs until the probability is 1, at least 1
   */
  public Normalized gridMask(int d1, int d2, double ratio, int rampEpochs) {
    return erase(new GridMask(d1, d2, ratio, rampEpochs));
  }

  /**
   * An operation of one's own on normalised images.
   *
   * @param operation called for every training image
   */
  public Normalized erase(PlaneOperation operation) {
    List<PlaneOperation> extended = new ArrayList<>(operations);
    extended.add(operation);
    return new Normalized(decoded, normalization, extended);
  }

  /** Images side by side in a batch, one label each. */
  public Batched<HardLabels> batched() {
    return new Batched<>(decoded, normalization, operations, BatchMixes.NONE);
  }
}
