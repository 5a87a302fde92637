package dev.recipe4j.runtime.engine.compiled;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.Operation;
import dev.recipe4j.network.Operation.Activation;
import dev.recipe4j.network.Operation.Add;
import dev.recipe4j.network.Operation.BatchNormalization;
import dev.recipe4j.network.Operation.Convolution;
import dev.recipe4j.network.Operation.Dense;
import dev.recipe4j.network.Operation.Dropout;
import dev.recipe4j.network.Operation.GlobalAveragePooling;
import dev.recipe4j.network.Operation.HardSigmoid;
import dev.recipe4j.network.Operation.Pooling;
import dev.recipe4j.network.Operation.SamePadding;
import dev.recipe4j.network.Operation.Scale;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.engine.DropoutDraws;
import dev.recipe4j.runtime.engine.compiled.Compilation.SameBorder;
import java.util.Optional;

/** Turns the layers of a network into instructions, one after the other. */
final class Lowering {
  private final Compilation compilation;
  private final DropoutDraws draws;

  Lowering(Compilation compilation, DropoutDraws draws) {
    this.compilation = compilation;
    this.draws = draws;
  }

  /** Why a network cannot be compiled; empty if it can. */
  static Optional<String> gap(Network network) {
    for (Layer layer : network.layers()) {
      if (layer.operation() instanceof SamePadding && !network.isOnlyConvolved(layer.name())) {
        return Optional.of(layer.name() + " pads what is not convolved");
      }
    }
    return Optional.empty();
  }

  /** Adds all layers. */
  void lower(Value input) {
    compilation.output(Network.INPUT, input);
    compilation.gradients().constant(input);
    for (Layer layer : compilation.network().layers()) {
      if (!compilation.isFused(layer)) {
        lower(layer);
      }
    }
  }

  private void lower(Layer layer) {
    Operation operation = layer.operation();
    if (operation instanceof Convolution convolution) {
      if (compilation.isTraining()) {
        ConvolutionLowering.lower(compilation, layer, convolution);
      } else {
        FoldedConvolution.lower(compilation, layer, convolution);
      }
    } else if (operation instanceof BatchNormalization norm) {
      NormalizationLowering.lower(compilation, layer, norm);
    } else if (operation instanceof Activation activation) {
      ElementwiseLowering.lower(compilation, layer, activation);
    } else if (operation instanceof HardSigmoid line) {
      ElementwiseLowering.lower(compilation, layer, line);
    } else if (operation instanceof Pooling pooling) {
      PoolingLowering.lower(compilation, layer, pooling);
    } else if (operation instanceof GlobalAveragePooling) {
      PoolingLowering.lowerGlobal(compilation, layer);
    } else if (operation instanceof Dense dense) {
      DenseLowering.lower(compilation, layer, dense);
    } else if (operation instanceof Add) {
      AddLowering.lower(compilation, layer);
    } else if (operation instanceof Scale) {
      ScaleLowering.lower(compilation, layer);
    } else if (operation instanceof Dropout dropout) {
      DropoutLowering.lower(compilation, layer, dropout, draws);
    } else if (operation instanceof SamePadding padding) {
      border(layer, padding);
    } else {
      throw new IllegalArgumentException("no lowering of " + operation);
    }
  }

  private void border(Layer layer, SamePadding padding) {
    Shape shape = compilation.analysis().inputShape(layer);
    compilation.border(
        layer,
        new SameBorder(
            compilation.input(layer),
            padding.before(shape.height()),
            padding.before(shape.width()),
            padding.after(shape.height()),
            padding.after(shape.width())));
  }
}
