package dev.recipe4j.runtime.engine.compiled;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import dev.recipe4j.network.Layer;
import dev.recipe4j.runtime.engine.onednn.Attributes;
import dev.recipe4j.runtime.engine.onednn.Convolutions;
import dev.recipe4j.runtime.engine.onednn.Format;
import dev.recipe4j.runtime.engine.onednn.PrimitiveDescription;
import dev.recipe4j.runtime.engine.onednn.Window;
import java.util.Map;

/**
 * Feature maps, each multiplied by a number: the end of squeeze-and-excitation. oneDNN multiplies
 * by one number per channel, not per channel and example. But all maps of a batch are the maps of
 * one example with batch x channels channels, and multiplying each by a number is a depthwise
 * convolution of one pixel, whose three passes it has.
 */
final class ScaleLowering {
  private static final Window PIXEL = Window.square(1, 1, 0);

  private final Compilation compilation;
  private final ProgramBuilder program;
  private final Layer layer;
  private final Convolutions passes;
  private final Value maps;
  private final Value factors;

  private ScaleLowering(Compilation compilation, Layer layer) {
    this.compilation = compilation;
    this.program = compilation.program();
    this.layer = layer;
    this.passes = new Convolutions(layer.name(), PIXEL, false);
    Value read = compilation.input(layer, 0);
    Format format = read.format().isByChannel() ? read.format() : read.format().rowMajor();
    this.maps = program.reordered(layer.name() + " maps", read, format);
    Value vector = compilation.input(layer, 1);
    this.factors =
        program.reordered(
            layer.name() + " factors", vector, format.withSizes(vector.format().sizes()));
  }

  static void lower(Compilation compilation, Layer layer) {
    new ScaleLowering(compilation, layer).lower();
  }

  private void lower() {
    Format one = maps.format().asOneExample();
    Format any = Format.any(one.size(1), 1, 1, 1, 1);
    PrimitiveDescription forward =
        program.describe(passes.result(one, any, null, one, Attributes.NONE, true));
    // Blocks of channels in both: the same memory as that of the factors.
    Format weights = forward.weights();
    Value output = program.temporary(layer.name(), maps.format());
    program.add(
        layer.name(),
        forward,
        Map.of(
            DNNL_ARG_SRC,
            maps.viewed(one),
            DNNL_ARG_WEIGHTS,
            factors.viewed(weights),
            DNNL_ARG_DST,
            output.viewed(one)));
    compilation.output(layer.name(), output);
    compilation.onTheWayBack(() -> goBack(forward, one, weights, output));
  }

  private void goBack(PrimitiveDescription forward, Format one, Format weights, Value output) {
    Value gradient = compilation.gradients().take(output).value();
    Value mapsGradient = program.temporary(layer.name() + " maps gradient", maps.format());
    program.add(
        layer.name() + " maps gradient",
        program.describe(passes.sourceGradient(one, weights, one, forward)),
        Map.of(
            DNNL_ARG_DIFF_DST,
            gradient.viewed(one),
            DNNL_ARG_WEIGHTS,
            factors.viewed(weights),
            DNNL_ARG_DIFF_SRC,
            mapsGradient.viewed(one)));
    Value factorsGradient = program.temporary(layer.name() + " factors gradient", factors.format());
    program.add(
        layer.name() + " factors gradient",
        program.describe(passes.weightsGradient(one, weights, null, one, forward)),
        Map.of(
            DNNL_ARG_SRC,
            maps.viewed(one),
            DNNL_ARG_DIFF_DST,
            gradient.viewed(one),
            DNNL_ARG_DIFF_WEIGHTS,
            factorsGradient.viewed(weights)));
    compilation.gradients().contribute(compilation.input(layer, 0), mapsGradient, false);
    compilation.gradients().contribute(compilation.input(layer, 1), factorsGradient, false);
  }
}
