package dev.recipe4j.runtime.data;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What many images have in common: sizes, colours, and sums of their samples, which are whole
 * numbers, so that the result does not depend on the order in which threads add them. Not for use
 * by several threads.
 */
final class ImageTotals {
  private static final int RGB = 3;
  private static final double WHITE = 255;

  private final long[] sum = new long[RGB];
  private final long[] squares = new long[RGB];
  private final SortedMap<Integer, String> faults = new TreeMap<>();
  private long pixels;
  private int images;
  private int smallestSide = Integer.MAX_VALUE;
  private int largestSide;
  private boolean coloured;

  void add(Image image) {
    byte[] samples = image.pixels();
    int channels = image.channels();
    for (int channel = 0; channel < channels; channel++) {
      long total = 0;
      long totalSquares = 0;
      for (int i = channel; i < samples.length; i += channels) {
        long value = samples[i] & 0xff;
        total += value;
        totalSquares += value * value;
      }
      // Grey counts for all three, as it would be repeated among coloured images.
      for (int rgb = channel; rgb < (channels == 1 ? RGB : channel + 1); rgb++) {
        sum[rgb] += total;
        squares[rgb] += totalSquares;
      }
    }
    images++;
    pixels += samples.length / channels;
    coloured |= channels > 1;
    smallestSide = Math.min(smallestSide, Math.min(image.height(), image.width()));
    largestSide = Math.max(largestSide, Math.max(image.height(), image.width()));
  }

  /** An image that cannot be read. */
  void addFault(int index, String message) {
    faults.put(index, message);
  }

  void add(ImageTotals other) {
    for (int channel = 0; channel < RGB; channel++) {
      sum[channel] += other.sum[channel];
      squares[channel] += other.squares[channel];
    }
    images += other.images;
    pixels += other.pixels;
    coloured |= other.coloured;
    smallestSide = Math.min(smallestSide, other.smallestSide);
    largestSide = Math.max(largestSide, other.largestSide);
    faults.putAll(other.faults);
  }

  int images() {
    return images;
  }

  boolean coloured() {
    return coloured;
  }

  int smallestSide() {
    return smallestSide;
  }

  /** Side of the images, if all are squares of one size. */
  OptionalInt imageSize() {
    return smallestSide == largestSide ? OptionalInt.of(smallestSide) : OptionalInt.empty();
  }

  List<String> faults() {
    return List.copyOf(faults.values());
  }

  /** Mean of each channel, every pixel counting the same, on the scale 0 to 1. */
  List<Double> mean(int channels) {
    return IntStream.range(0, channels).mapToObj(c -> (double) sum[c] / pixels / WHITE).toList();
  }

  /** Standard deviation of each channel over all pixels, on the scale 0 to 1. */
  List<Double> std(int channels) {
    List<Double> deviations = new ArrayList<>();
    for (int channel = 0; channel < channels; channel++) {
      double mean = (double) sum[channel] / pixels;
      double variance = (double) squares[channel] / pixels - mean * mean;
      deviations.add(Math.sqrt(Math.max(variance, 0)) / WHITE);
    }
    return List.copyOf(deviations);
  }
}
