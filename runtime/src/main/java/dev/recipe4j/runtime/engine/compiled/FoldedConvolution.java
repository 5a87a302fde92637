package dev.recipe4j.runtime.engine.compiled;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Operation.Activation;
import dev.recipe4j.network.Operation.BatchNormalization;
import dev.recipe4j.network.Operation.Convolution;
import dev.recipe4j.network.Shape;
import dev.recipe4j.network.Tensor.Kind;
import dev.recipe4j.runtime.engine.onednn.Attributes;
import dev.recipe4j.runtime.engine.onednn.Convolutions;
import dev.recipe4j.runtime.engine.onednn.ElementFunction;
import dev.recipe4j.runtime.engine.onednn.Format;
import dev.recipe4j.runtime.engine.onednn.OneDnnException;
import dev.recipe4j.runtime.engine.onednn.PrimitiveDescription;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A convolution in evaluation. The batch normalisation behind it multiplies and shifts its channels
 * by constants, so they are folded into its weights and bias (Jacob et al., arXiv 1712.05877,
 * §3.2); the activation behind that is computed with it.
 */
final class FoldedConvolution {
  private final Compilation compilation;
  private final ProgramBuilder program;
  private final Layer layer;
  private final Convolutions passes;
  private final Optional<Layer> norm;
  private final Optional<NormalizationFolding> folding;
  private final Format weights;
  private final @Nullable Format bias;

  private FoldedConvolution(Compilation compilation, Layer layer, Convolution convolution) {
    this.compilation = compilation;
    this.program = compilation.program();
    this.layer = layer;
    this.passes =
        new Convolutions(
            layer.name(),
            ConvolutionLowering.window(compilation, layer, convolution),
            compilation.mayBeWinograd());
    this.norm = compilation.next(layer, BatchNormalization.class);
    this.folding =
        norm.map(next -> new NormalizationFolding(compilation, layer, convolution, next));
    this.weights =
        ConvolutionLowering.weights(convolution, compilation.analysis().inputShape(layer));
    boolean hasBias = convolution.bias() || norm.isPresent();
    this.bias = hasBias ? Format.rowMajor(convolution.filters()) : null;
  }

  static void lower(Compilation compilation, Layer layer, Convolution convolution) {
    new FoldedConvolution(compilation, layer, convolution).lower();
  }

  private void lower() {
    Layer last = norm.orElse(layer);
    Optional<Layer> activation =
        compilation.next(last, Activation.class).filter(next -> isFast(function(next)));
    Value read = compilation.input(layer);
    PrimitiveDescription description =
        choose(read.format(), activation.map(FoldedConvolution::function));
    Value output = program.temporary(layer.name(), description.destination());
    Map<Integer, Value> values = new HashMap<>();
    values.put(
        DNNL_ARG_SRC, program.reordered(layer.name() + " input", read, description.source()));
    values.put(DNNL_ARG_WEIGHTS, program.prepare(() -> preparedWeights(description.weights())));
    if (bias != null) {
      values.put(DNNL_ARG_BIAS, program.prepare(() -> preparedBias(bias)));
    }
    values.put(DNNL_ARG_DST, output);
    program.add(layer.name(), description, values);
    compilation.output(layer.name(), output);
    compilation.output(last.name(), output);
    norm.ifPresent(compilation::fuse);
    activation.ifPresent(
        next -> {
          compilation.fuse(next);
          compilation.output(next.name(), output);
        });
  }

  private static ElementFunction function(Layer layer) {
    return ElementwiseLowering.function((Activation) layer.operation());
  }

  /** Whether oneDNN computes the convolution fast together with the function. */
  private boolean isFast(ElementFunction function) {
    try {
      return !describe(passes, Optional.of(function)).isPlainLoop();
    } catch (OneDnnException e) {
      return false;
    }
  }

  private PrimitiveDescription choose(Format read, Optional<ElementFunction> function) {
    Map<Integer, Format> operands =
        new HashMap<>(Map.of(DNNL_ARG_SRC, read.rowMajor(), DNNL_ARG_WEIGHTS, weights));
    if (bias != null) {
      operands.put(DNNL_ARG_BIAS, bias);
    }
    return compilation
        .winogradCheck()
        .choose(
            describe(passes, function),
            () -> describe(passes.direct(), function),
            operands,
            Map.entry(DNNL_ARG_DST, result().rowMajor()));
  }

  private PrimitiveDescription describe(Convolutions how, Optional<ElementFunction> function) {
    if (function.isEmpty()) {
      return describe(how, Attributes.NONE);
    }
    try (Attributes attributes = Attributes.followedBy(function.get())) {
      return describe(how, attributes);
    }
  }

  private PrimitiveDescription describe(Convolutions how, Attributes attributes) {
    Format read = compilation.input(layer).format();
    return program.describe(
        how.result(read.any(), weights.any(), bias, result(), attributes, false));
  }

  private Format result() {
    Shape shape = compilation.analysis().shape(layer.name());
    long batch = compilation.input(layer).format().size(0);
    return Format.any(batch, shape.channels(), shape.height(), shape.width());
  }

  private Value preparedWeights(Format format) {
    String name = layer.name() + " weights";
    Value plain =
        folding
            .map(
                folds -> {
                  Value folded = program.temporary(name + " folded", weights);
                  program.add(name + " folded", () -> folds.weights(folded.floats()), folded);
                  return folded;
                })
            .orElseGet(() -> compilation.parameter(layer, Kind.WEIGHT, weights));
    return program.reordered(name, plain, format);
  }

  private Value preparedBias(Format format) {
    String name = layer.name() + " bias folded";
    return folding
        .map(
            folds -> {
              Value folded = program.temporary(name, format);
              program.add(name, () -> folds.bias(folded.floats()), folded);
              return folded;
            })
        .orElseGet(() -> compilation.parameter(layer, Kind.BIAS, format));
  }
}
