package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.HardLabels;

/** The second stage of a chain: images as float32, zero at the mean of the data. */
public final class Normalized {
  private final Decoded decoded;
  private final Normalization normalization;

  Normalized(Decoded decoded, Normalization normalization) {
    this.decoded = decoded;
    this.normalization = normalization;
  }

  /** Images side by side in a batch, one label each. */
  public Batched<HardLabels> batched() {
    return new Batched<>(decoded, normalization);
  }
}
