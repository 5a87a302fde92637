package dev.recipe4j.runtime.engine.compiled;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import dev.recipe4j.runtime.engine.onednn.Attributes;
import dev.recipe4j.runtime.engine.onednn.Convolutions;
import dev.recipe4j.runtime.engine.onednn.Format;
import dev.recipe4j.runtime.engine.onednn.Operations;
import dev.recipe4j.runtime.engine.onednn.PrimitiveDescription;
import dev.recipe4j.runtime.engine.onednn.Window;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;

/**
 * The weights' gradient of a depthwise convolution where oneDNN has no fast way: kernels of 5
 * pixels and maps smaller than the kernel. For each example it is the depthwise convolution of the
 * maps by the gradients of the result, dilated by the stride; with batch x channels as channels one
 * convolution does it for all examples, and a product with a row of ones adds them up.
 */
final class DepthwiseWeightsGradient {
  private final ProgramBuilder program;
  private final PrimitiveDescription convolution;
  private final Value source;
  private final Value gradient;
  private final Value target;

  private DepthwiseWeightsGradient(
      ProgramBuilder program,
      PrimitiveDescription convolution,
      Value source,
      Value gradient,
      Value target) {
    this.program = program;
    this.convolution = convolution;
    this.source = source;
    this.gradient = gradient;
    this.target = target;
  }

  /** If oneDNN computes this one fast. */
  static Optional<DepthwiseWeightsGradient> of(
      ProgramBuilder program, Convolutions passes, Value source, Value gradient, Value target) {
    Format maps = source.format();
    Format kernels = gradient.format();
    if (!maps.isByChannel() || maps.paddedChannels() != kernels.paddedChannels()) {
      return Optional.empty();
    }
    Window forward = passes.window();
    int rows = Math.toIntExact(kernels.size(2));
    int columns = Math.toIntExact(kernels.size(3));
    int below = end(forward.kernelHeight(), rows, forward, maps.size(2), forward.above());
    int right = end(forward.kernelWidth(), columns, forward, maps.size(3), forward.left());
    if (below < 0 || right < 0) {
      return Optional.empty();
    }
    Window window =
        new Window(
            rows, columns, 1, forward.stride(), forward.above(), forward.left(), below, right);
    long channels = maps.size(0) * maps.paddedChannels();
    PrimitiveDescription description =
        program.describe(
            new Convolutions(passes.name() + " weights gradient", window, false)
                .result(
                    maps.asOneExample(),
                    maps.depthwiseKernels(channels, rows, columns),
                    null,
                    maps.withSizes(1, channels, forward.kernelHeight(), forward.kernelWidth()),
                    Attributes.NONE,
                    true));
    return description.isPlainLoop()
        ? Optional.empty()
        : Optional.of(new DepthwiseWeightsGradient(program, description, source, gradient, target));
  }

  /** Padding after the end that makes the result as long as the kernel. */
  private static int end(int kernel, int gradients, Window forward, long maps, int before) {
    return Math.toIntExact(kernel + (gradients - 1L) * forward.stride() - maps - before);
  }

  void add() {
    String name = convolution.name();
    Value perExample = program.temporary(name + " per example", convolution.destination());
    program.add(
        name + " per example",
        convolution,
        Map.of(
            DNNL_ARG_SRC,
            source.viewed(convolution.source()),
            DNNL_ARG_WEIGHTS,
            gradient.viewed(convolution.weights()),
            DNNL_ARG_DST,
            perExample));
    Value sum = sum(name, perExample);
    long channels = source.format().size(1);
    long[] kernel = target.format().sizes();
    program.reorder(
        name, sum.viewed(source.format().depthwiseKernels(channels, kernel[3], kernel[4])), target);
  }

  private Value sum(String name, Value perExample) {
    long examples = source.format().size(0);
    long elements = perExample.format().elements() / examples;
    Format row = Format.rowMajor(1, examples);
    Format matrix = Format.rowMajor(examples, elements);
    Format result = Format.rowMajor(1, elements);
    Value ones = program.temporary(name + " ones", row);
    program.add(name + " ones", () -> fill(ones.floats()), ones);
    Value sum = program.temporary(name + " sum", result);
    program.add(
        name + " sum",
        program.describe(Operations.product(name, row, matrix, result)),
        Map.of(DNNL_ARG_SRC, ones, DNNL_ARG_WEIGHTS, perExample.viewed(matrix), DNNL_ARG_DST, sum));
    return sum;
  }

  private static void fill(FloatBuffer ones) {
    for (int i = 0; i < ones.capacity(); i++) {
      ones.put(i, 1);
    }
  }
}
