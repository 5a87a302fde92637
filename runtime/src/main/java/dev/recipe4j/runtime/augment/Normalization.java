package dev.recipe4j.runtime.augment;

import java.util.List;

/** The 256 values of each channel after normalisation, so that no sample is computed twice. */
final class Normalization {
  private static final int LEVELS = 256;

  private final float[][] table;
  private final String description;

  private Normalization(float[][] table, String description) {
    this.table = table;
    this.description = description;
  }

  static Normalization of(int channels, List<Double> mean, List<Double> std) {
    if (mean.size() != channels || std.size() != channels) {
      throw new IllegalArgumentException(
          ("%d means and %d standard deviations for images of %d channels;"
                  + " write one of each for every channel")
              .formatted(mean.size(), std.size(), channels));
    }
    float[][] table = new float[channels][LEVELS];
    for (int channel = 0; channel < channels; channel++) {
      double centre = mean.get(channel);
      double spread = std.get(channel);
      if (!Double.isFinite(centre) || !(spread > 0) || !Double.isFinite(spread)) {
        throw new IllegalArgumentException(
            ("channel %d: mean %s, standard deviation %s;"
                    + " write finite numbers and a deviation greater than 0")
                .formatted(channel, centre, spread));
      }
      for (int level = 0; level < LEVELS; level++) {
        table[channel][level] = (float) ((level / 255.0 - centre) / spread);
      }
    }
    return new Normalization(table, "Normalize[mean=%s, std=%s]".formatted(mean, std));
  }

  @Override
  public String toString() {
    return description;
  }

  /** The values of a channel by sample. */
  float[] channel(int channel) {
    return table[channel];
  }
}
