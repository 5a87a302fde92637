package dev.recipe4j.runtime.augment;

import static dev.recipe4j.runtime.augment.PolicyOperation.AUTOCONTRAST;
import static dev.recipe4j.runtime.augment.PolicyOperation.BRIGHTNESS;
import static dev.recipe4j.runtime.augment.PolicyOperation.COLOR;
import static dev.recipe4j.runtime.augment.PolicyOperation.CONTRAST;
import static dev.recipe4j.runtime.augment.PolicyOperation.EQUALIZE;
import static dev.recipe4j.runtime.augment.PolicyOperation.INVERT;
import static dev.recipe4j.runtime.augment.PolicyOperation.POSTERIZE;
import static dev.recipe4j.runtime.augment.PolicyOperation.ROTATE;
import static dev.recipe4j.runtime.augment.PolicyOperation.SHARPNESS;
import static dev.recipe4j.runtime.augment.PolicyOperation.SHEAR_X;
import static dev.recipe4j.runtime.augment.PolicyOperation.SHEAR_Y;
import static dev.recipe4j.runtime.augment.PolicyOperation.SOLARIZE;
import static dev.recipe4j.runtime.augment.PolicyOperation.TRANSLATE_X;
import static dev.recipe4j.runtime.augment.PolicyOperation.TRANSLATE_Y;

import dev.recipe4j.AutoAugment.Policy;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Image;
import java.util.List;

/**
 * One of 25 learned pairs of operations, drawn uniformly; each operation of the pair is applied
 * with its own probability and strength (Cubuk et al., arXiv 1805.09501, tables 7 and 9).
 */
record AutoAugment(Policy policy) implements ImageOperation {
  /** Strengths are numbered from 0, none of the range, to 9, all of it. */
  private static final double STRONGEST = 9;

  private static final int BITS = 8;

  /** An operation that is applied with a probability. */
  private record Choice(double probability, PolicyOperation operation, int level) {
    Image apply(Image image, Draw draw) {
      return draw.chance(probability)
          ? operation.apply(image, amount(operation, level), draw)
          : image;
    }
  }

  private record Pair(Choice first, Choice second) {}

  @Override
  public Image apply(Image image, Draw draw) {
    List<Pair> pairs = pairs();
    Pair pair = pairs.get(draw.below(pairs.size()));
    return pair.second().apply(pair.first().apply(image, draw), draw);
  }

  private List<Pair> pairs() {
    return switch (policy) {
      case IMAGENET -> IMAGENET;
      case CIFAR10 -> CIFAR10;
    };
  }

  /** The strength of a level; the bits that posterize keeps are rounded to the nearest number. */
  static double amount(PolicyOperation operation, int level) {
    double amount = operation.amount(level / STRONGEST);
    return operation == POSTERIZE ? BITS - Math.rint(BITS - amount) : amount;
  }

  private static Pair pair(
      double firstProbability,
      PolicyOperation first,
      int firstLevel,
      double secondProbability,
      PolicyOperation second,
      int secondLevel) {
    return new Pair(
        new Choice(firstProbability, first, firstLevel),
        new Choice(secondProbability, second, secondLevel));
  }

  private static final List<Pair> IMAGENET =
      List.of(
          pair(0.4, POSTERIZE, 8, 0.6, ROTATE, 9),
          pair(0.6, SOLARIZE, 5, 0.6, AUTOCONTRAST, 5),
          pair(0.8, EQUALIZE, 8, 0.6, EQUALIZE, 3),
          pair(0.6, POSTERIZE, 7, 0.6, POSTERIZE, 6),
          pair(0.4, EQUALIZE, 7, 0.2, SOLARIZE, 4),
          pair(0.4, EQUALIZE, 4, 0.8, ROTATE, 8),
          pair(0.6, SOLARIZE, 3, 0.6, EQUALIZE, 7),
          pair(0.8, POSTERIZE, 5, 1.0, EQUALIZE, 2),
          pair(0.2, ROTATE, 3, 0.6, SOLARIZE, 8),
          pair(0.6, EQUALIZE, 8, 0.4, POSTERIZE, 6),
          pair(0.8, ROTATE, 8, 0.4, COLOR, 0),
          pair(0.4, ROTATE, 9, 0.6, EQUALIZE, 2),
          pair(0.0, EQUALIZE, 7, 0.8, EQUALIZE, 8),
          pair(0.6, INVERT, 4, 1.0, EQUALIZE, 8),
          pair(0.6, COLOR, 4, 1.0, CONTRAST, 8),
          pair(0.8, ROTATE, 8, 1.0, COLOR, 2),
          pair(0.8, COLOR, 8, 0.8, SOLARIZE, 7),
          pair(0.4, SHARPNESS, 7, 0.6, INVERT, 8),
          pair(0.6, SHEAR_X, 5, 1.0, EQUALIZE, 9),
          pair(0.4, COLOR, 0, 0.6, EQUALIZE, 3),
          // The published list has five pairs twice.
          pair(0.4, EQUALIZE, 7, 0.2, SOLARIZE, 4),
          pair(0.6, SOLARIZE, 5, 0.6, AUTOCONTRAST, 5),
          pair(0.6, INVERT, 4, 1.0, EQUALIZE, 8),
          pair(0.6, COLOR, 4, 1.0, CONTRAST, 8),
          pair(0.8, EQUALIZE, 8, 0.6, EQUALIZE, 3));

  private static final List<Pair> CIFAR10 =
      List.of(
          pair(0.1, INVERT, 7, 0.2, CONTRAST, 6),
          pair(0.7, ROTATE, 2, 0.3, TRANSLATE_X, 9),
          pair(0.8, SHARPNESS, 1, 0.9, SHARPNESS, 3),
          pair(0.5, SHEAR_Y, 8, 0.7, TRANSLATE_Y, 9),
          pair(0.5, AUTOCONTRAST, 8, 0.9, EQUALIZE, 2),
          pair(0.2, SHEAR_Y, 7, 0.3, POSTERIZE, 7),
          pair(0.4, COLOR, 3, 0.6, BRIGHTNESS, 7),
          pair(0.3, SHARPNESS, 9, 0.7, BRIGHTNESS, 9),
          pair(0.6, EQUALIZE, 5, 0.5, EQUALIZE, 1),
          pair(0.6, CONTRAST, 7, 0.6, SHARPNESS, 5),
          pair(0.7, COLOR, 7, 0.5, TRANSLATE_X, 8),
          pair(0.3, EQUALIZE, 7, 0.4, AUTOCONTRAST, 8),
          pair(0.4, TRANSLATE_Y, 3, 0.2, SHARPNESS, 6),
          pair(0.9, BRIGHTNESS, 6, 0.2, COLOR, 8),
          pair(0.5, SOLARIZE, 2, 0.0, INVERT, 3),
          pair(0.2, EQUALIZE, 0, 0.6, AUTOCONTRAST, 0),
          pair(0.2, EQUALIZE, 8, 0.6, EQUALIZE, 4),
          pair(0.9, COLOR, 9, 0.6, EQUALIZE, 6),
          pair(0.8, AUTOCONTRAST, 4, 0.2, SOLARIZE, 8),
          pair(0.1, BRIGHTNESS, 3, 0.7, COLOR, 0),
          pair(0.4, SOLARIZE, 5, 0.9, AUTOCONTRAST, 3),
          pair(0.9, TRANSLATE_Y, 9, 0.7, TRANSLATE_Y, 9),
          pair(0.9, AUTOCONTRAST, 2, 0.8, SOLARIZE, 3),
          pair(0.8, EQUALIZE, 8, 0.1, INVERT, 3),
          pair(0.7, TRANSLATE_Y, 9, 0.9, AUTOCONTRAST, 1));
}
