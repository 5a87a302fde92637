package dev.recipe4j.runtime.engine.compiled;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Operation.Convolution;
import dev.recipe4j.network.Shape;
import dev.recipe4j.network.Tensor.Kind;
import dev.recipe4j.runtime.engine.onednn.Attributes;
import dev.recipe4j.runtime.engine.onednn.Convolutions;
import dev.recipe4j.runtime.engine.onednn.Format;
import dev.recipe4j.runtime.engine.onednn.PrimitiveDescription;
import dev.recipe4j.runtime.engine.onednn.Window;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A convolution in training: result, gradient of what it reads, gradient of its weights. */
final class ConvolutionLowering {
  private final Compilation compilation;
  private final ProgramBuilder program;
  private final Layer layer;
  private final Convolutions passes;
  private final Format weights;
  private final @Nullable Format bias;
  private final Format result;

  private ConvolutionLowering(Compilation compilation, Layer layer, Convolution convolution) {
    Shape input = compilation.analysis().inputShape(layer);
    Shape output = compilation.analysis().shape(layer.name());
    this.compilation = compilation;
    this.program = compilation.program();
    this.layer = layer;
    long batch = compilation.input(layer).format().size(0);
    this.passes =
        new Convolutions(
            layer.name(), window(compilation, layer, convolution), compilation.mayBeWinograd());
    this.weights = weights(convolution, input);
    this.bias = convolution.bias() ? Format.rowMajor(convolution.filters()) : null;
    this.result = Format.any(batch, output.channels(), output.height(), output.width());
  }

  static void lower(Compilation compilation, Layer layer, Convolution convolution) {
    new ConvolutionLowering(compilation, layer, convolution).lower();
  }

  static Window window(Compilation compilation, Layer layer, Convolution convolution) {
    int padding = convolution.padding();
    return compilation
        .borderBefore(layer)
        .map(border -> border.window(convolution.kernel(), convolution.stride(), padding))
        .orElseGet(() -> Window.square(convolution.kernel(), convolution.stride(), padding));
  }

  /** Groups are a dimension of their own. */
  static Format weights(Convolution convolution, Shape input) {
    long groups = convolution.groups();
    long filters = convolution.filters();
    long inputs = input.channels();
    long side = convolution.kernel();
    return groups == 1
        ? Format.rowMajor(filters, inputs, side, side)
        : Format.rowMajor(groups, filters / groups, inputs / groups, side, side);
  }

  private void lower() {
    Value read = compilation.input(layer);
    PrimitiveDescription forward = forward(read.format());
    Value source = program.reordered(layer.name() + " input", read, forward.source());
    Value output = program.temporary(layer.name(), forward.destination());
    Map<Integer, Value> values = new HashMap<>();
    values.put(DNNL_ARG_SRC, source);
    values.put(DNNL_ARG_WEIGHTS, weightsAs(forward.weights()));
    values.put(DNNL_ARG_DST, output);
    if (bias != null) {
      values.put(DNNL_ARG_BIAS, compilation.parameter(layer, Kind.BIAS, bias));
    }
    program.add(layer.name(), forward, values);
    compilation.output(layer.name(), output);
    compilation.onTheWayBack(() -> goBack(forward, read, source, output));
  }

  private PrimitiveDescription forward(Format read) {
    Map<Integer, Format> operands =
        new HashMap<>(Map.of(DNNL_ARG_SRC, read.rowMajor(), DNNL_ARG_WEIGHTS, weights));
    if (bias != null) {
      operands.put(DNNL_ARG_BIAS, bias);
    }
    return compilation
        .winogradCheck()
        .choose(
            forward(passes, read),
            () -> forward(passes.direct(), read),
            operands,
            Map.entry(DNNL_ARG_DST, result.rowMajor()));
  }

  private PrimitiveDescription forward(Convolutions how, Format read) {
    return program.describe(
        how.result(read.any(), weights.any(), bias, result, Attributes.NONE, true));
  }

  private void goBack(PrimitiveDescription forward, Value read, Value source, Value output) {
    Value gradient = compilation.gradients().take(output).value();
    weightsGradient(forward, source, gradient);
    if (compilation.gradients().areNeeded(read)) {
      sourceGradient(forward, read, source.format(), gradient);
    }
  }

  private void sourceGradient(
      PrimitiveDescription forward, Value read, Format source, Value gradient) {
    Format result = gradient.format();
    Convolutions sums = passes.direct();
    List<Supplier<PrimitiveDescription>> direct =
        List.of(
            () -> sums.sourceGradient(source, weights.any(), result, forward),
            () -> sums.sourceGradient(source.any(), weights.any(), result.any(), forward));
    PrimitiveDescription description =
        compilation
            .winogradCheck()
            .choose(
                program.describeFirst(
                    first(
                        () -> passes.sourceGradient(source, weights.any(), result, forward),
                        direct)),
                () -> program.describeFirst(direct),
                Map.of(DNNL_ARG_DIFF_DST, result.rowMajor(), DNNL_ARG_WEIGHTS, weights),
                Map.entry(DNNL_ARG_DIFF_SRC, source.rowMajor()));
    String name = layer.name() + " input gradient";
    Value computed = program.temporary(name, description.sourceGradient());
    program.add(
        name,
        description,
        Map.of(
            DNNL_ARG_DIFF_DST,
            program.reordered(name, gradient, description.destinationGradient()),
            DNNL_ARG_WEIGHTS,
            weightsAs(description.weights()),
            DNNL_ARG_DIFF_SRC,
            computed));
    compilation.gradients().contribute(read, computed, false);
  }

  private void weightsGradient(PrimitiveDescription forward, Value source, Value gradient) {
    Format in = source.format();
    Format out = gradient.format();
    PrimitiveDescription description = weightsGradient(forward, in, out);
    Value target = compilation.gradient(layer, Kind.WEIGHT, weights);
    if (isDepthwise() && bias == null && !description.implementation().startsWith("jit")) {
      Optional<DepthwiseWeightsGradient> other =
          DepthwiseWeightsGradient.of(program, passes, source, gradient, target);
      if (other.isPresent()) {
        other.get().add();
        return;
      }
    }
    boolean isDirect = description.weightsGradient().equals(weights);
    String name = layer.name() + " weights gradient";
    Value computed = isDirect ? target : program.temporary(name, description.weightsGradient());
    Map<Integer, Value> values = new HashMap<>();
    values.put(DNNL_ARG_SRC, program.reordered(name, source, description.source()));
    values.put(
        DNNL_ARG_DIFF_DST, program.reordered(name, gradient, description.destinationGradient()));
    values.put(DNNL_ARG_DIFF_WEIGHTS, computed);
    if (bias != null) {
      values.put(DNNL_ARG_DIFF_BIAS, compilation.gradient(layer, Kind.BIAS, bias));
    }
    program.add(name, description, values);
    if (!isDirect) {
      program.reorder(name, computed, target);
    }
  }

  private PrimitiveDescription weightsGradient(
      PrimitiveDescription forward, Format in, Format out) {
    Convolutions sums = passes.direct();
    List<Supplier<PrimitiveDescription>> direct =
        List.of(
            () -> sums.weightsGradient(in, weights.any(), bias, out, forward),
            () -> sums.weightsGradient(in.any(), weights.any(), bias, out.any(), forward));
    if (bias != null) {
      return program.describeFirst(direct);
    }
    return compilation
        .winogradCheck()
        .choose(
            program.describeFirst(
                first(() -> passes.weightsGradient(in, weights.any(), null, out, forward), direct)),
            () -> program.describeFirst(direct),
            Map.of(DNNL_ARG_SRC, in.rowMajor(), DNNL_ARG_DIFF_DST, out.rowMajor()),
            Map.entry(DNNL_ARG_DIFF_WEIGHTS, weights));
  }

  private static List<Supplier<PrimitiveDescription>> first(
      Supplier<PrimitiveDescription> candidate, List<Supplier<PrimitiveDescription>> others) {
    return Stream.concat(Stream.of(candidate), others.stream()).toList();
  }

  private boolean isDepthwise() {
    return weights.sizes().length == 5 && weights.size(1) == 1 && weights.size(2) == 1;
  }

  private Value weightsAs(Format format) {
    return program.reordered(
        layer.name() + " weights", compilation.parameter(layer, Kind.WEIGHT, weights), format);
  }
}
