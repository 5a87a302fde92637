package dev.recipe4j.runtime.engine.compiled;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Operation.Activation;
import dev.recipe4j.network.Operation.HardSigmoid;
import dev.recipe4j.runtime.engine.compiled.Gradients.Gradient;
import dev.recipe4j.runtime.engine.onednn.ElementFunction;
import dev.recipe4j.runtime.engine.onednn.Format;
import dev.recipe4j.runtime.engine.onednn.Operations;
import dev.recipe4j.runtime.engine.onednn.PrimitiveDescription;
import java.util.Map;

/** Functions of each element. */
final class ElementwiseLowering {
  private ElementwiseLowering() {}

  static void lower(Compilation compilation, Layer layer, Activation activation) {
    Value output = apply(compilation, layer.name(), function(activation), compilation.input(layer));
    compilation.output(layer.name(), output);
  }

  static void lower(Compilation compilation, Layer layer, HardSigmoid line) {
    Value straight =
        apply(
            compilation,
            layer.name() + " line",
            ElementFunction.linear(line.slope(), line.offset()),
            compilation.input(layer));
    compilation.output(
        layer.name(), apply(compilation, layer.name(), ElementFunction.UNIT_CLIP, straight));
  }

  static ElementFunction function(Activation activation) {
    return switch (activation.function()) {
      case RELU -> ElementFunction.RELU;
      case RELU6 -> ElementFunction.RELU6;
      case HARD_SWISH -> ElementFunction.HARD_SWISH;
    };
  }

  private static Value apply(
      Compilation compilation, String name, ElementFunction function, Value input) {
    ProgramBuilder program = compilation.program();
    Format dense = dense(function, input.format());
    PrimitiveDescription forward = program.describe(Operations.elementwise(name, function, dense));
    Value output = program.temporary(name, input.format());
    program.add(
        name,
        forward,
        Map.of(DNNL_ARG_SRC, input.viewed(dense), DNNL_ARG_DST, output.viewed(dense)));
    compilation.onTheWayBack(() -> goBack(compilation, name, function, input, output));
    return output;
  }

  private static void goBack(
      Compilation compilation, String name, ElementFunction function, Value input, Value output) {
    Gradient gradient = compilation.gradients().take(output);
    Value inputGradient = backward(compilation.program(), name, function, input, output, gradient);
    compilation.gradients().contribute(input, inputGradient, false);
  }

  /** The gradient before the function; in place of that after it where nobody else reads it. */
  static Value backward(
      ProgramBuilder program,
      String name,
      ElementFunction function,
      Value input,
      Value output,
      Gradient gradient) {
    Format dense = dense(function, output.format());
    PrimitiveDescription forward = program.describe(Operations.elementwise(name, function, dense));
    PrimitiveDescription description =
        program.describe(Operations.elementwiseBackward(name, function, dense, forward));
    Value inputGradient =
        gradient.isShared()
            ? program.temporary(name + " gradient", output.format())
            : gradient.value();
    Value of = function.isFromResult() ? output : input;
    program.add(
        name + " gradient",
        description,
        Map.of(
            function.isFromResult() ? DNNL_ARG_DST : DNNL_ARG_SRC,
            of.viewed(dense),
            DNNL_ARG_DIFF_DST,
            gradient.value().viewed(dense),
            DNNL_ARG_DIFF_SRC,
            inputGradient.viewed(dense)));
    return inputGradient;
  }

  /** oneDNN is slow where it has to step over padded channels. */
  private static Format dense(ElementFunction function, Format format) {
    return function.keepsZero() ? format.withPaddingAsChannels() : format;
  }
}
