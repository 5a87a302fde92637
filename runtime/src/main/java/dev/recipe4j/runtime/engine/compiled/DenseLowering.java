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
import dev.recipe4j.network.Operation.Dense;
import dev.recipe4j.network.Tensor.Kind;
import dev.recipe4j.runtime.engine.onednn.Format;
import dev.recipe4j.runtime.engine.onednn.Operations;
import dev.recipe4j.runtime.engine.onednn.PrimitiveDescription;
import java.util.Map;

/**
 * A dense layer. It reads feature maps as one vector in the order channel, row, column. All formats
 * are row-major: reordering the weights twice would take longer than their products.
 */
final class DenseLowering {
  private final Compilation compilation;
  private final ProgramBuilder program;
  private final Layer layer;
  private final Format rows;
  private final Format weights;
  private final Format bias;
  private final Format result;

  private DenseLowering(Compilation compilation, Layer layer, Dense dense) {
    this.compilation = compilation;
    this.program = compilation.program();
    this.layer = layer;
    Format input = compilation.input(layer).format();
    long batch = input.size(0);
    long inputs = input.elements() / batch;
    this.rows = Format.rowMajor(batch, inputs);
    this.weights = Format.rowMajor(dense.outputs(), inputs);
    this.bias = Format.rowMajor(dense.outputs());
    this.result = Format.rowMajor(batch, dense.outputs());
  }

  static void lower(Compilation compilation, Layer layer, Dense dense) {
    new DenseLowering(compilation, layer, dense).lower();
  }

  private void lower() {
    Value input = compilation.input(layer);
    Value rowMajor = program.reordered(layer.name() + " input", input, input.format().rowMajor());
    Value source = rowMajor.viewed(rows);
    PrimitiveDescription forward =
        program.describe(
            Operations.dense(layer.name(), rows, weights, bias, result, compilation.isTraining()));
    Value output = program.temporary(layer.name(), result);
    program.add(
        layer.name(),
        forward,
        Map.of(
            DNNL_ARG_SRC,
            source,
            DNNL_ARG_WEIGHTS,
            compilation.parameter(layer, Kind.WEIGHT, weights),
            DNNL_ARG_BIAS,
            compilation.parameter(layer, Kind.BIAS, bias),
            DNNL_ARG_DST,
            output));
    // As maps of one pixel: scaling, sums and convolutions meet maps of their own kind.
    Value vectors = output.viewed(Format.rowMajor(result.size(0), result.size(1), 1, 1));
    compilation.output(layer.name(), vectors);
    compilation.onTheWayBack(() -> goBack(forward, input, source, vectors));
  }

  private void goBack(PrimitiveDescription forward, Value input, Value source, Value output) {
    Value gradient = compilation.gradients().take(output).value().viewed(result);
    String name = layer.name() + " weights gradient";
    program.add(
        name,
        program.describe(Operations.denseWeights(name, rows, weights, bias, result, forward)),
        Map.of(
            DNNL_ARG_SRC,
            source,
            DNNL_ARG_DIFF_DST,
            gradient,
            DNNL_ARG_DIFF_WEIGHTS,
            compilation.gradient(layer, Kind.WEIGHT, weights),
            DNNL_ARG_DIFF_BIAS,
            compilation.gradient(layer, Kind.BIAS, bias)));
    if (compilation.gradients().areNeeded(input)) {
      sourceGradient(forward, input, gradient);
    }
  }

  private void sourceGradient(PrimitiveDescription forward, Value input, Value gradient) {
    String name = layer.name() + " input gradient";
    Value computed = program.temporary(name, rows);
    program.add(
        name,
        program.describe(Operations.denseBackward(name, rows, weights, result, forward)),
        Map.of(
            DNNL_ARG_DIFF_DST,
            gradient,
            DNNL_ARG_WEIGHTS,
            compilation.parameter(layer, Kind.WEIGHT, weights),
            DNNL_ARG_DIFF_SRC,
            computed));
    compilation.gradients().contribute(input, computed.viewed(input.format().rowMajor()), false);
  }
}
