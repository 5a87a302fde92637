package dev.recipe4j.network;

import java.util.List;

/**
 * One parameter tensor of a layer.
 *
 * @param kind its role
 * @param shape sizes of its dimensions, row-major: convolutions [out, in / groups, rows, columns],
 *     dense weights [out, in], others [channels]
 * @param initialization its values before training
 */
public record Tensor(Kind kind, List<Integer> shape, Initialization initialization) {
  /** Role of a tensor. */
  public enum Kind {
    WEIGHT,
    BIAS,
    /** Scale of a batch normalisation. */
    GAMMA,
    /** Offset of a batch normalisation. */
    BETA,
    /** Running mean of a batch normalisation: a buffer, not trained. */
    MEAN,
    /** Running variance of a batch normalisation: a buffer, not trained. */
    VARIANCE;

    /** Whether the optimiser changes it; the others are running statistics. */
    public boolean isTrained() {
      return this != MEAN && this != VARIANCE;
    }

    /** Whether it is a gamma, beta or bias, which some recipes do not decay. */
    public boolean isNormOrBias() {
      return this == GAMMA || this == BETA || this == BIAS;
    }
  }

  public Tensor {
    shape = List.copyOf(shape);
  }

  /** Number of elements. */
  public long size() {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }
}
