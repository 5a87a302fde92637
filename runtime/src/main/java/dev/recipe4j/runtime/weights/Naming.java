package dev.recipe4j.runtime.weights;

import dev.recipe4j.network.Operation.Convolution;
import dev.recipe4j.network.Operation.Dense;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.Tensor.Kind;

/** How a publisher names the tensors of one network and lays out their numbers. */
interface Naming {
  /** Who names them so. */
  String publisher();

  /** A tensor of the network as it is in the publisher's files. */
  PublishedTensor of(Entry entry);

  /** Name of a tensor within its layer, as torch has it. */
  static String torchName(Kind kind) {
    return switch (kind) {
      case WEIGHT, GAMMA -> "weight";
      case BIAS, BETA -> "bias";
      case MEAN -> "running_mean";
      case VARIANCE -> "running_var";
    };
  }

  /** Whether it is the weight of a dense layer. */
  static boolean isDenseWeight(Entry entry) {
    return entry.layer().operation() instanceof Dense && entry.tensor().kind() == Kind.WEIGHT;
  }

  /** Whether it is the weight of a convolution. */
  static boolean isConvolutionWeight(Entry entry) {
    return entry.layer().operation() instanceof Convolution && entry.tensor().kind() == Kind.WEIGHT;
  }

  /** Whether it is the weight of a depthwise convolution. */
  static boolean isDepthwiseWeight(Entry entry) {
    return isConvolutionWeight(entry) && ((Convolution) entry.layer().operation()).groups() > 1;
  }
}
