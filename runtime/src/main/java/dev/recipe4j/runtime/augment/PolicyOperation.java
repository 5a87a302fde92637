package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Image;

/**
 * The image operations of AutoAugment and RandAugment (Cubuk et al., arXiv 1805.09501, appendix)
 * with the range of each. What a shear, a turn or a shift uncovers is grey, 128.
 */
enum PolicyOperation {
  /** By which share of a pixel a row is moved for each row from the top, either way. */
  SHEAR_X(0.3, true),
  /** The same of columns. */
  SHEAR_Y(0.3, true),
  /** By which share of the width, either way; 150 of 331 pixels, the side in the paper. */
  TRANSLATE_X(150.0 / 331, true),
  /** By which share of the height, either way. */
  TRANSLATE_Y(150.0 / 331, true),
  /** Degrees, either way. */
  ROTATE(30, true),
  /** Change of the factor of the saturation, from 1, either way. */
  COLOR(0.9, true),
  /** Change of the factor of the contrast. */
  CONTRAST(0.9, true),
  /** Change of the factor of the brightness. */
  BRIGHTNESS(0.9, true),
  /** Change of the factor of the sharpness. */
  SHARPNESS(0.9, true),
  /** Bits that are dropped of the eight of a sample. */
  POSTERIZE(4, false),
  /** How many of the brightest levels are inverted. */
  SOLARIZE(256, false),
  /** Takes no strength. */
  AUTOCONTRAST(0, false),
  /** Takes no strength. */
  EQUALIZE(0, false),
  /** Takes no strength. */
  INVERT(0, false);

  private static final int BITS = 8;
  private static final int LEVELS = 256;

  private final double range;
  private final boolean isTwoSided;

  PolicyOperation(double range, boolean isTwoSided) {
    this.range = range;
    this.isTwoSided = isTwoSided;
  }

  /**
   * How strong the operation is, in its own unit. What is not two-sided has a bounded range and
   * saturates at its end; other operations go on beyond it.
   *
   * @param share of the range, at least 0
   */
  double amount(double share) {
    return range * (isTwoSided ? share : Math.min(share, 1));
  }

  /**
   * The image after the operation.
   *
   * @param amount in the operation's own unit, at least 0; a two-sided one draws its sign
   */
  Image apply(Image image, double amount, Draw draw) {
    return signed(image, isTwoSided && draw.chance(0.5) ? -amount : amount);
  }

  private Image signed(Image image, double amount) {
    return switch (this) {
      case SHEAR_X -> Shear.rows(image, amount);
      case SHEAR_Y -> Shear.columns(image, amount);
      case TRANSLATE_X -> Affine.translation(amount * image.width(), 0).nearest(image);
      case TRANSLATE_Y -> Affine.translation(0, amount * image.height()).nearest(image);
      case ROTATE -> Affine.rotation(amount, image.height(), image.width()).nearest(image);
      case COLOR -> Enhancement.color(image, factor(amount));
      case CONTRAST -> Enhancement.contrast(image, factor(amount));
      case BRIGHTNESS -> Enhancement.brightness(image, factor(amount));
      case SHARPNESS -> Enhancement.sharpness(image, factor(amount));
      case POSTERIZE -> ToneTables.posterize(image, BITS - (int) amount);
      case SOLARIZE -> ToneTables.solarize(image, LEVELS - amount);
      case AUTOCONTRAST -> ToneTables.autocontrast(image);
      case EQUALIZE -> ToneTables.equalize(image);
      case INVERT -> ToneTables.invert(image);
    };
  }

  /** The degenerate image, factor 0, is the end: beyond it colours would be turned round. */
  private static double factor(double change) {
    return Math.max(1 + change, 0);
  }
}
