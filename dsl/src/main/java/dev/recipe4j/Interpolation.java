package dev.recipe4j;

/** How an image is resized. */
public enum Interpolation {
  /** Bilinear over the area that a new pixel covers: no aliasing when shrinking, as PIL does. */
  ANTIALIASED,
  /** Bilinear between the four nearest pixels, whatever the scale: OpenCV's and PaddleClas's. */
  LINEAR
}
