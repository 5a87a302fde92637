package dev.recipe4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Residual network of basic blocks (depth 18, 34) or bottlenecks with the stride on the 3x3
 * convolution (depth 50, 101, 152).
 *
 * @see "He et al., Deep residual learning, arXiv 1512.03385; variant D: He et al., Bag of tricks,
 *     arXiv 1812.01187"
 */
@ComponentOf(Slot.MODEL)
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ResNet {
  /** Number of layers with weights. */
  @Range(oneOf = {18, 34, 50, 101, 152})
  int depth();

  /** Form of the stem and of the down-sampling shortcuts. */
  Variant variant() default Variant.B;

  /** First layers: for images of about 224 pixels, or of about 32. */
  Stem stem() default Stem.IMAGENET;

  /** The published flavour whose weights fit. */
  NetworkStyle style() default NetworkStyle.PADDLE;

  /** Form of the stem and of the down-sampling shortcuts. */
  enum Variant {
    /** 7x7 stem; shortcuts change size with a 1x1 convolution of stride 2. */
    B,
    /** Stem of three 3x3 convolutions; shortcuts average-pool first. */
    VD
  }

  /** The first layers. */
  enum Stem {
    /** Convolution 7x7 of stride 2 (three 3x3 in variant VD) and max-pool 3x3 of stride 2. */
    IMAGENET,
    /** Convolution 3x3 of stride 1, no pooling: for images of about 32 pixels. */
    SMALL
  }
}
