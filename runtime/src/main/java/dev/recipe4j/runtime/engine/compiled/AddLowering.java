package dev.recipe4j.runtime.engine.compiled;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_add;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Operation.Activation;
import dev.recipe4j.network.Operation.Activation.Function;
import dev.recipe4j.runtime.engine.compiled.Gradients.Gradient;
import dev.recipe4j.runtime.engine.onednn.Attributes;
import dev.recipe4j.runtime.engine.onednn.ElementFunction;
import dev.recipe4j.runtime.engine.onednn.Format;
import dev.recipe4j.runtime.engine.onednn.Operations;
import dev.recipe4j.runtime.engine.onednn.PrimitiveDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sum of layers, together with a ReLU that alone reads it. */
final class AddLowering {
  private final Compilation compilation;
  private final ProgramBuilder program;
  private final Layer layer;
  private final boolean fusesRelu;

  private AddLowering(Compilation compilation, Layer layer, boolean fusesRelu) {
    this.compilation = compilation;
    this.program = compilation.program();
    this.layer = layer;
    this.fusesRelu = fusesRelu;
  }

  static void lower(Compilation compilation, Layer layer) {
    Optional<Layer> relu =
        compilation
            .next(layer, Activation.class)
            .filter(next -> ((Activation) next.operation()).function() == Function.RELU);
    Value sum = new AddLowering(compilation, layer, relu.isPresent()).lower();
    compilation.output(layer.name(), sum);
    relu.ifPresent(
        next -> {
          compilation.fuse(next);
          compilation.output(next.name(), sum);
        });
  }

  private Value lower() {
    List<Value> terms = new ArrayList<>();
    for (int i = 0; i < layer.inputs().size(); i++) {
      terms.add(compilation.input(layer, i));
    }
    Value sum = terms.get(0);
    for (int i = 1; i < terms.size(); i++) {
      sum = add(sum, terms.get(i), fusesRelu && i == terms.size() - 1);
    }
    Value result = sum;
    compilation.onTheWayBack(() -> goBack(terms, result));
    return result;
  }

  private Value add(Value first, Value second, boolean thenRelu) {
    PrimitiveDescription description = program.describe(describe(first.format(), thenRelu));
    Value sum = program.temporary(layer.name(), first.format());
    Value term = program.reordered(layer.name() + " term", second, first.format());
    program.add(
        layer.name(),
        description,
        Map.of(DNNL_ARG_SRC_0, first, DNNL_ARG_SRC_1, term, DNNL_ARG_DST, sum));
    return sum;
  }

  private PrimitiveDescription describe(Format format, boolean thenRelu) {
    if (!thenRelu) {
      return Operations.binary(layer.name(), dnnl_binary_add, format, Attributes.NONE);
    }
    try (Attributes attributes = Attributes.followedBy(ElementFunction.RELU)) {
      return Operations.binary(layer.name(), dnnl_binary_add, format, attributes);
    }
  }

  /** All terms get the gradient of the sum: none may change it in place. */
  private void goBack(List<Value> terms, Value sum) {
    Gradient gradient = compilation.gradients().take(sum);
    Value shared = gradient.value();
    if (fusesRelu) {
      shared =
          ElementwiseLowering.backward(
              program, layer.name(), ElementFunction.RELU, sum, sum, gradient);
    }
    for (Value term : terms) {
      compilation.gradients().contribute(term, shared, true);
    }
  }
}
