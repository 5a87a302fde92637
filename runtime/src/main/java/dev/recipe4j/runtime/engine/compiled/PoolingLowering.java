package dev.recipe4j.runtime.engine.compiled;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Operation.Pooling;
import dev.recipe4j.network.Operation.Pooling.Statistic;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.engine.onednn.Format;
import dev.recipe4j.runtime.engine.onednn.Operations;
import dev.recipe4j.runtime.engine.onednn.PrimitiveDescription;
import dev.recipe4j.runtime.engine.onednn.Window;
import java.util.HashMap;
import java.util.Map;

/** Maximum or mean over windows. */
final class PoolingLowering {
  private final Compilation compilation;
  private final ProgramBuilder program;
  private final String name;
  private final boolean isMaximum;
  private final Window window;

  private PoolingLowering(Compilation compilation, String name, boolean isMaximum, Window window) {
    this.compilation = compilation;
    this.program = compilation.program();
    this.name = name;
    this.isMaximum = isMaximum;
    this.window = window;
  }

  static void lower(Compilation compilation, Layer layer, Pooling pooling) {
    Shape input = compilation.analysis().inputShape(layer);
    Shape output = compilation.analysis().shape(layer.name());
    Window window =
        new Window(
            pooling.kernel(),
            pooling.kernel(),
            pooling.stride(),
            1,
            pooling.padding(),
            pooling.padding(),
            after(pooling, input.height(), output.height()),
            after(pooling, input.width(), output.width()));
    boolean isMaximum = pooling.statistic() == Statistic.MAXIMUM;
    new PoolingLowering(compilation, layer.name(), isMaximum, window).lower(layer, output);
  }

  /** The mean of all: one window as large as the maps. */
  static void lowerGlobal(Compilation compilation, Layer layer) {
    Shape input = compilation.analysis().inputShape(layer);
    Window window = new Window(input.height(), input.width(), 1, 1, 0, 0, 0, 0);
    new PoolingLowering(compilation, layer.name(), false, window)
        .lower(layer, compilation.analysis().shape(layer.name()));
  }

  /** Padding after the end: as much as the last window, partly covered or not, reaches beyond. */
  private static int after(Pooling pooling, int input, int output) {
    int end = (output - 1) * pooling.stride() + pooling.kernel() - pooling.padding();
    return Math.max(0, end - input);
  }

  private void lower(Layer layer, Shape shape) {
    Value input = compilation.input(layer);
    Format any =
        Format.any(input.format().size(0), shape.channels(), shape.height(), shape.width());
    PrimitiveDescription forward =
        program.describe(
            Operations.pooling(
                name, isMaximum, input.format(), any, window, compilation.isTraining()));
    Value output = program.temporary(name, forward.destination());
    Map<Integer, Value> values = new HashMap<>(Map.of(DNNL_ARG_SRC, input, DNNL_ARG_DST, output));
    Map<Integer, Value> kept = new HashMap<>();
    if (!forward.workspace().isEmpty()) {
      kept.put(DNNL_ARG_WORKSPACE, program.temporary(name + " workspace", forward.workspace()));
      values.putAll(kept);
    }
    program.add(name, forward, values);
    compilation.output(layer.name(), output);
    compilation.onTheWayBack(() -> goBack(forward, kept, input, output));
  }

  private void goBack(
      PrimitiveDescription forward, Map<Integer, Value> kept, Value input, Value output) {
    Value gradient = compilation.gradients().take(output).value();
    PrimitiveDescription description =
        program.describe(
            Operations.poolingBackward(
                name, isMaximum, input.format(), output.format(), window, forward));
    Value inputGradient = program.temporary(name + " gradient", input.format());
    Map<Integer, Value> values = new HashMap<>(kept);
    values.put(DNNL_ARG_DIFF_DST, gradient);
    values.put(DNNL_ARG_DIFF_SRC, inputGradient);
    program.add(name + " gradient", description, values);
    compilation.gradients().contribute(input, inputGradient, false);
  }
}
