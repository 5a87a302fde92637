package dev.recipe4j.runtime.preflight;

import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.spec.Normalize;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Images differ within and from each other, labels too, and values are about normal. */
final class DataCheck {
  static final String PIXELS = "pixels";
  static final String LABELS = "labels";
  static final String NORMALISATION = "normalisation";

  /**
   * How far from 0 the mean of a channel may be, in units of 1: published statistics of another
   * photographic data set are off by 0.2 at most.
   */
  private static final double MEAN_TOLERANCE = 0.5;

  /** How many times too small or too large a standard deviation may be. */
  private static final double STD_TOLERANCE = 2;

  private DataCheck() {}

  /**
   * Checks a sample.
   *
   * @param sample shuffled training images as in evaluation
   * @param classes number of classes
   * @param normalize how they were normalised
   */
  static List<CheckResult> of(Minibatch sample, int classes, Normalize normalize) {
    return List.of(pixels(sample), labels(sample, classes), normalisation(sample, normalize));
  }

  private static CheckResult pixels(Minibatch sample) {
    int length = Math.toIntExact(sample.shape().size());
    float[] first = image(sample, 0, length);
    int flat = 0;
    boolean isDifferent = false;
    for (int i = 0; i < sample.size(); i++) {
      float[] image = image(sample, i, length);
      flat += isFlat(image, sample.shape()) ? 1 : 0;
      isDifferent |= !Arrays.equals(image, first);
    }
    String remedy = "look at them with 'recipe4j augment' and at how they are read";
    if (flat == sample.size()) {
      return CheckResult.failed(
          PIXELS, "each of %d images has one value everywhere".formatted(flat), remedy);
    }
    if (!isDifferent && sample.size() > 1) {
      return CheckResult.failed(
          PIXELS, "all of %d images are the same one".formatted(sample.size()), remedy);
    }
    if (flat > 0) {
      return CheckResult.warning(
          PIXELS,
          "%d of %d images have one value everywhere".formatted(flat, sample.size()),
          "find and remove them; 'recipe4j scan' names damaged files");
    }
    return CheckResult.ok(
        PIXELS, "vary within and between the %d images looked at".formatted(sample.size()));
  }

  private static float[] image(Minibatch sample, int index, int length) {
    float[] values = new float[length];
    sample.images().get(index * length, values);
    return values;
  }

  /** Whether every channel has one value. */
  private static boolean isFlat(float[] image, Shape shape) {
    int plane = shape.height() * shape.width();
    for (int i = 0; i < image.length; i++) {
      if (image[i] != image[i / plane * plane]) {
        return false;
      }
    }
    return true;
  }

  private static CheckResult labels(Minibatch sample, int classes) {
    long present = Arrays.stream(sample.labels()).distinct().count();
    String found =
        "%d of %d classes among %d shuffled images"
            .formatted(present, classes, sample.labels().length);
    if (present < 2 && classes > 1 && sample.size() > 1) {
      return CheckResult.failed(
          LABELS,
          "%s: the network would learn to say one thing".formatted(found),
          "check how labels are read: folders, list files, the file of labels");
    }
    return CheckResult.ok(LABELS, found);
  }

  private static CheckResult normalisation(Minibatch sample, Normalize normalize) {
    int channels = sample.shape().channels();
    double[] mean = new double[channels];
    double[] std = new double[channels];
    boolean isNormal = true;
    for (int c = 0; c < channels; c++) {
      measure(sample, c, mean, std);
      isNormal &=
          Math.abs(mean[c]) <= MEAN_TOLERANCE
              && std[c] <= STD_TOLERANCE
              && std[c] >= 1 / STD_TOLERANCE;
    }
    String found =
        "mean %s, standard deviation %s after normalisation".formatted(show(mean), show(std));
    if (isNormal) {
      return CheckResult.ok(NORMALISATION, found);
    }
    return CheckResult.warning(
        NORMALISATION,
        found + ": should be about 0 and 1, which initial values and learning rates are made for",
        remedy(mean, std, normalize));
  }

  private static void measure(Minibatch sample, int channel, double[] mean, double[] std) {
    Shape shape = sample.shape();
    int plane = shape.height() * shape.width();
    double sum = 0;
    double squares = 0;
    FloatBuffer images = sample.images();
    for (int i = 0; i < sample.size(); i++) {
      int start = (i * shape.channels() + channel) * plane;
      for (int at = start; at < start + plane; at++) {
        double value = images.get(at);
        sum += value;
        squares += value * value;
      }
    }
    double count = (double) sample.size() * plane;
    mean[channel] = sum / count;
    std[channel] = Math.sqrt(Math.max(0, squares / count - mean[channel] * mean[channel]));
  }

  /** The normalisation that these images would need, from what the present one makes of them. */
  private static String remedy(double[] mean, double[] std, Normalize normalize) {
    double[] wantedMean = new double[mean.length];
    double[] wantedStd = new double[mean.length];
    for (int c = 0; c < mean.length; c++) {
      double usedStd = normalize.std().get(c);
      wantedMean[c] = normalize.mean().get(c) + mean[c] * usedStd;
      wantedStd[c] = std[c] * usedStd;
    }
    return "write @Normalize(mean = {%s}, std = {%s}), or what 'recipe4j scan' finds"
            .formatted(show(wantedMean), show(wantedStd))
        + "; with pretrained weights keep theirs";
  }

  private static String show(double[] values) {
    List<String> shown = new ArrayList<>();
    for (double value : values) {
      shown.add(Decimals.show(Double.parseDouble(String.format(Locale.ROOT, "%.3f", value))));
    }
    return String.join(", ", shown);
  }
}
