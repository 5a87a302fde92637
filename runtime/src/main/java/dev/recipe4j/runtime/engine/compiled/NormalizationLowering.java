package dev.recipe4j.runtime.engine.compiled;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Operation.Activation;
import dev.recipe4j.network.Operation.Activation.Function;
import dev.recipe4j.network.Operation.BatchNormalization;
import dev.recipe4j.network.Operation.BatchNormalization.RunningVariance;
import dev.recipe4j.network.Tensor.Kind;
import dev.recipe4j.runtime.engine.compiled.Gradients.Gradient;
import dev.recipe4j.runtime.engine.onednn.Format;
import dev.recipe4j.runtime.engine.onednn.Operations;
import dev.recipe4j.runtime.engine.onednn.PrimitiveDescription;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Batch normalisation, together with a ReLU that alone reads it. */
final class NormalizationLowering {
  private final Compilation compilation;
  private final ProgramBuilder program;
  private final Layer layer;
  private final BatchNormalization norm;
  private final boolean fusesRelu;
  private final Format channels;

  private NormalizationLowering(
      Compilation compilation, Layer layer, BatchNormalization norm, boolean fusesRelu) {
    this.compilation = compilation;
    this.program = compilation.program();
    this.layer = layer;
    this.norm = norm;
    this.fusesRelu = fusesRelu;
    this.channels = Format.rowMajor(compilation.input(layer).format().size(1));
  }

  static void lower(Compilation compilation, Layer layer, BatchNormalization norm) {
    Optional<Layer> relu =
        compilation
            .next(layer, Activation.class)
            .filter(next -> ((Activation) next.operation()).function() == Function.RELU);
    NormalizationLowering lowering =
        new NormalizationLowering(compilation, layer, norm, relu.isPresent());
    Value output = compilation.isTraining() ? lowering.train() : lowering.evaluate();
    compilation.output(layer.name(), output);
    relu.ifPresent(
        next -> {
          compilation.fuse(next);
          compilation.output(next.name(), output);
        });
  }

  private Value train() {
    Value input = compilation.input(layer);
    PrimitiveDescription forward =
        program.describe(
            Operations.batchNormalization(
                layer.name(), input.format(), norm.epsilon(), fusesRelu, true));
    Value output = program.temporary(layer.name(), input.format());
    Value mean = program.temporary(layer.name() + " mean", channels);
    Value variance = program.temporary(layer.name() + " variance", channels);
    Map<Integer, Value> values = new HashMap<>();
    values.put(DNNL_ARG_SRC, input);
    values.put(DNNL_ARG_SCALE_SHIFT, scaleAndShift());
    values.put(DNNL_ARG_MEAN, mean);
    values.put(DNNL_ARG_VARIANCE, variance);
    values.put(DNNL_ARG_DST, output);
    Map<Integer, Value> kept = new HashMap<>();
    if (!forward.workspace().isEmpty()) {
      Value workspace = program.temporary(layer.name() + " workspace", forward.workspace());
      kept.put(DNNL_ARG_WORKSPACE, workspace);
      values.putAll(kept);
    }
    program.add(layer.name(), forward, values);
    program.add(layer.name() + " running statistics", statistics(mean, variance), mean, variance);
    kept.put(DNNL_ARG_SRC, input);
    kept.put(DNNL_ARG_MEAN, mean);
    kept.put(DNNL_ARG_VARIANCE, variance);
    compilation.onTheWayBack(() -> goBack(forward, kept, input, output));
    return output;
  }

  private void goBack(
      PrimitiveDescription forward, Map<Integer, Value> kept, Value input, Value output) {
    Gradient gradient = compilation.gradients().take(output);
    PrimitiveDescription description =
        program.describe(
            Operations.batchNormalizationBackward(
                layer.name(), input.format(), norm.epsilon(), fusesRelu, forward));
    Value inputGradient =
        gradient.isShared()
            ? program.temporary(layer.name() + " gradient", input.format())
            : gradient.value();
    Map<Integer, Value> values = new HashMap<>(kept);
    values.put(DNNL_ARG_SCALE_SHIFT, scaleAndShift());
    values.put(DNNL_ARG_DIFF_DST, gradient.value());
    values.put(DNNL_ARG_DIFF_SRC, inputGradient);
    values.put(
        DNNL_ARG_DIFF_SCALE_SHIFT,
        compilation.gradient(layer, Kind.GAMMA, Format.rowMajor(2, channels.size(0))));
    program.add(layer.name() + " gradient", description, values);
    compilation.gradients().contribute(input, inputGradient, false);
  }

  /** With the running statistics, where they could not be folded into a convolution. */
  private Value evaluate() {
    Value input = compilation.input(layer);
    PrimitiveDescription description =
        program.describe(
            Operations.batchNormalization(
                layer.name(), input.format(), norm.epsilon(), fusesRelu, false));
    Value output = program.temporary(layer.name(), input.format());
    program.add(
        layer.name(),
        description,
        Map.of(
            DNNL_ARG_SRC,
            input,
            DNNL_ARG_SCALE_SHIFT,
            scaleAndShift(),
            DNNL_ARG_MEAN,
            compilation.parameter(layer, Kind.MEAN, channels),
            DNNL_ARG_VARIANCE,
            compilation.parameter(layer, Kind.VARIANCE, channels),
            DNNL_ARG_DST,
            output));
    return output;
  }

  /** Gamma and beta follow each other in the vector, as oneDNN wants them. */
  private Value scaleAndShift() {
    return compilation.parameter(layer, Kind.GAMMA, Format.rowMajor(2, channels.size(0)));
  }

  private Runnable statistics(Value mean, Value variance) {
    FloatBuffer parameters = compilation.parameters();
    int meanAt = compilation.offset(layer, Kind.MEAN);
    int varianceAt = compilation.offset(layer, Kind.VARIANCE);
    int size = Math.toIntExact(channels.size(0));
    Format input = compilation.input(layer).format();
    double examples = (double) input.elements() / size;
    boolean isUnbiased = norm.runningVariance() == RunningVariance.UNBIASED && examples > 1;
    float correction = isUnbiased ? (float) (examples / (examples - 1)) : 1;
    float kept = (float) norm.momentum();
    return () -> {
      move(parameters, meanAt, mean.floats(), size, kept, 1);
      move(parameters, varianceAt, variance.floats(), size, kept, correction);
    };
  }

  private static void move(
      FloatBuffer running, int at, FloatBuffer batch, int size, float kept, float correction) {
    float taken = (1 - kept) * correction;
    for (int i = 0; i < size; i++) {
      running.put(at + i, kept * running.get(at + i) + taken * batch.get(i));
    }
  }
}
