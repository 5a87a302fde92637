package dev.recipe4j.runtime.engine.compiled;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_mul;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Operation.Dropout;
import dev.recipe4j.runtime.engine.DropoutDraws;
import dev.recipe4j.runtime.engine.onednn.Attributes;
import dev.recipe4j.runtime.engine.onednn.Operations;
import dev.recipe4j.runtime.engine.onednn.PrimitiveDescription;
import java.util.Map;

/** Dropout: a factor for each element, drawn anew in each pass of training. */
final class DropoutLowering {
  private DropoutLowering() {}

  static void lower(Compilation compilation, Layer layer, Dropout dropout, DropoutDraws draws) {
    Value input = compilation.input(layer);
    if (!compilation.isTraining() || dropout.probability() == 0) {
      compilation.output(layer.name(), input);
      return;
    }
    ProgramBuilder program = compilation.program();
    int number = compilation.network().layers().indexOf(layer);
    Value drawn = program.temporary(layer.name() + " mask", input.format().rowMajor());
    program.add(
        layer.name() + " mask",
        () -> draws.factors(number, dropout.probability(), drawn.floats()),
        drawn);
    Value mask = program.reordered(layer.name() + " mask", drawn, input.format());
    PrimitiveDescription product =
        program.describe(
            Operations.binary(layer.name(), dnnl_binary_mul, input.format(), Attributes.NONE));
    Value output = program.temporary(layer.name(), input.format());
    program.add(layer.name(), product, multiplied(input, mask, output));
    compilation.output(layer.name(), output);
    compilation.onTheWayBack(
        () -> {
          Value gradient = compilation.gradients().take(output).value();
          Value inputGradient = program.temporary(layer.name() + " gradient", input.format());
          program.add(
              layer.name() + " gradient", product, multiplied(gradient, mask, inputGradient));
          compilation.gradients().contribute(input, inputGradient, false);
        });
  }

  private static Map<Integer, Value> multiplied(Value value, Value mask, Value product) {
    return Map.of(DNNL_ARG_SRC_0, value, DNNL_ARG_SRC_1, mask, DNNL_ARG_DST, product);
  }
}
