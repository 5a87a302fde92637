package dev.recipe4j.runtime.engine.onednn;

import static dev.recipe4j.runtime.engine.onednn.OneDnn.check;
import static dev.recipe4j.runtime.engine.onednn.Operations.forward;
import static dev.recipe4j.runtime.engine.onednn.Operations.orNull;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_auto;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_dilated_convolution_backward_data_desc_init;
import static org.bytedeco.dnnl.global.dnnl.dnnl_dilated_convolution_backward_weights_desc_init;
import static org.bytedeco.dnnl.global.dnnl.dnnl_dilated_convolution_forward_desc_init;

import org.bytedeco.dnnl.dnnl_convolution_desc_t;
import org.jspecify.annotations.Nullable;

/**
 * Descriptions of the three passes of one convolution.
 *
 * @param name for messages
 * @param window kernel, stride and padding
 * @param mayBeWinograd whether oneDNN may choose Winograd's algorithm, which needs fewer
 *     multiplications and rounds more (Lavin and Gray, arXiv 1509.09308)
 */
public record Convolutions(String name, Window window, boolean mayBeWinograd) {
  /** The same passes without Winograd's algorithm. */
  public Convolutions direct() {
    return new Convolutions(name, window, false);
  }

  /** The result. */
  public PrimitiveDescription result(
      Format source,
      Format weights,
      @Nullable Format bias,
      Format result,
      Attributes attributes,
      boolean isTraining) {
    dnnl_convolution_desc_t operation = new dnnl_convolution_desc_t();
    check(
        dnnl_dilated_convolution_forward_desc_init(
            operation,
            forward(isTraining),
            algorithm(),
            source.description(),
            weights.description(),
            orNull(bias),
            result.description(),
            window.strides(),
            window.gaps(),
            window.before(),
            window.after()),
        name);
    return PrimitiveDescription.of(name, operation, attributes, null);
  }

  /** The gradient of what is read. */
  public PrimitiveDescription sourceGradient(
      Format source, Format weights, Format result, PrimitiveDescription forward) {
    dnnl_convolution_desc_t operation = new dnnl_convolution_desc_t();
    check(
        dnnl_dilated_convolution_backward_data_desc_init(
            operation,
            algorithm(),
            source.description(),
            weights.description(),
            result.description(),
            window.strides(),
            window.gaps(),
            window.before(),
            window.after()),
        name);
    return PrimitiveDescription.of(name, operation, Attributes.NONE, forward);
  }

  /** The gradient of weights and bias. */
  public PrimitiveDescription weightsGradient(
      Format source,
      Format weights,
      @Nullable Format bias,
      Format result,
      PrimitiveDescription forward) {
    dnnl_convolution_desc_t operation = new dnnl_convolution_desc_t();
    check(
        dnnl_dilated_convolution_backward_weights_desc_init(
            operation,
            algorithm(),
            source.description(),
            weights.description(),
            orNull(bias),
            result.description(),
            window.strides(),
            window.gaps(),
            window.before(),
            window.after()),
        name);
    return PrimitiveDescription.of(name, operation, Attributes.NONE, forward);
  }

  private int algorithm() {
    return mayBeWinograd ? dnnl_convolution_auto : dnnl_convolution_direct;
  }
}
