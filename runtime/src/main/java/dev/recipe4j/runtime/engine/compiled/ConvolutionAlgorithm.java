package dev.recipe4j.runtime.engine.compiled;

/** How 3 x 3 convolutions may be computed. */
public enum ConvolutionAlgorithm {
  /** By Winograd's algorithm where oneDNN expects it to be faster: it rounds more. */
  AUTO,
  /** Always as sums of products. */
  DIRECT
}
