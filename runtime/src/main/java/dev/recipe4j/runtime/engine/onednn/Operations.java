package dev.recipe4j.runtime.engine.onednn;

import static dev.recipe4j.runtime.engine.onednn.OneDnn.check;
import static org.bytedeco.dnnl.global.dnnl.dnnl_backward;
import static org.bytedeco.dnnl.global.dnnl.dnnl_batch_normalization_backward_desc_init;
import static org.bytedeco.dnnl.global.dnnl.dnnl_batch_normalization_forward_desc_init;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_desc_init;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_backward_desc_init;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_forward_desc_init;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_fuse_norm_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_inner_product_backward_data_desc_init;
import static org.bytedeco.dnnl.global.dnnl.dnnl_inner_product_backward_weights_desc_init;
import static org.bytedeco.dnnl.global.dnnl.dnnl_inner_product_forward_desc_init;
import static org.bytedeco.dnnl.global.dnnl.dnnl_matmul_desc_init;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_avg_exclude_padding;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_backward_desc_init;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_forward_desc_init;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_max;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_global_stats;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_scaleshift;

import org.bytedeco.dnnl.dnnl_batch_normalization_desc_t;
import org.bytedeco.dnnl.dnnl_binary_desc_t;
import org.bytedeco.dnnl.dnnl_eltwise_desc_t;
import org.bytedeco.dnnl.dnnl_inner_product_desc_t;
import org.bytedeco.dnnl.dnnl_matmul_desc_t;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.dnnl_pooling_desc_t;
import org.jspecify.annotations.Nullable;

/** Descriptions of primitives other than convolutions. */
public final class Operations {
  private Operations() {}

  /** Whether a pass is followed by a backward one. */
  static int forward(boolean isTraining) {
    return isTraining ? dnnl_forward_training : dnnl_forward_inference;
  }

  static @Nullable dnnl_memory_desc_t orNull(@Nullable Format format) {
    return format == null ? null : format.description();
  }

  /**
   * Batch normalisation with gamma and beta.
   *
   * @param fusesRelu whether ReLU follows
   * @param isTraining with the statistics of the batch; with given ones otherwise
   */
  public static PrimitiveDescription batchNormalization(
      String name, Format format, double epsilon, boolean fusesRelu, boolean isTraining) {
    dnnl_batch_normalization_desc_t operation = new dnnl_batch_normalization_desc_t();
    int flags = normalizationFlags(fusesRelu) | (isTraining ? 0 : dnnl_use_global_stats);
    check(
        dnnl_batch_normalization_forward_desc_init(
            operation, forward(isTraining), format.description(), (float) epsilon, flags),
        name);
    return PrimitiveDescription.of(name, operation, Attributes.NONE, null);
  }

  /** Its gradients. */
  public static PrimitiveDescription batchNormalizationBackward(
      String name, Format format, double epsilon, boolean fusesRelu, PrimitiveDescription forward) {
    dnnl_batch_normalization_desc_t operation = new dnnl_batch_normalization_desc_t();
    check(
        dnnl_batch_normalization_backward_desc_init(
            operation,
            dnnl_backward,
            format.description(),
            format.description(),
            (float) epsilon,
            normalizationFlags(fusesRelu)),
        name);
    return PrimitiveDescription.of(name, operation, Attributes.NONE, forward);
  }

  private static int normalizationFlags(boolean fusesRelu) {
    return dnnl_use_scaleshift | (fusesRelu ? dnnl_fuse_norm_relu : 0);
  }

  /** A function of each element. */
  public static PrimitiveDescription elementwise(
      String name, ElementFunction function, Format format) {
    dnnl_eltwise_desc_t operation = new dnnl_eltwise_desc_t();
    check(
        dnnl_eltwise_forward_desc_init(
            operation,
            forward(true),
            function.forward().number(),
            format.description(),
            function.forward().alpha(),
            function.forward().beta()),
        name);
    return PrimitiveDescription.of(name, operation, Attributes.NONE, null);
  }

  /** Its gradient. */
  public static PrimitiveDescription elementwiseBackward(
      String name, ElementFunction function, Format format, PrimitiveDescription forward) {
    dnnl_eltwise_desc_t operation = new dnnl_eltwise_desc_t();
    check(
        dnnl_eltwise_backward_desc_init(
            operation,
            function.backward().number(),
            format.description(),
            format.description(),
            function.backward().alpha(),
            function.backward().beta()),
        name);
    return PrimitiveDescription.of(name, operation, Attributes.NONE, forward);
  }

  /**
   * Two tensors of one format, element by element.
   *
   * @param algorithm {@code dnnl_binary_add} or {@code dnnl_binary_mul}
   */
  public static PrimitiveDescription binary(
      String name, int algorithm, Format format, Attributes attributes) {
    dnnl_binary_desc_t operation = new dnnl_binary_desc_t();
    dnnl_memory_desc_t description = format.description();
    check(dnnl_binary_desc_init(operation, algorithm, description, description, description), name);
    return PrimitiveDescription.of(name, operation, attributes, null);
  }

  /**
   * Pooling.
   *
   * @param isMaximum the largest element of a window; the mean of those that are no padding
   *     otherwise
   */
  public static PrimitiveDescription pooling(
      String name,
      boolean isMaximum,
      Format source,
      Format destination,
      Window window,
      boolean isTraining) {
    dnnl_pooling_desc_t operation = new dnnl_pooling_desc_t();
    check(
        dnnl_pooling_forward_desc_init(
            operation,
            forward(isTraining),
            poolingAlgorithm(isMaximum),
            source.description(),
            destination.description(),
            window.strides(),
            window.kernel(),
            window.before(),
            window.after()),
        name);
    return PrimitiveDescription.of(name, operation, Attributes.NONE, null);
  }

  /** Its gradient. */
  public static PrimitiveDescription poolingBackward(
      String name,
      boolean isMaximum,
      Format source,
      Format destination,
      Window window,
      PrimitiveDescription forward) {
    dnnl_pooling_desc_t operation = new dnnl_pooling_desc_t();
    check(
        dnnl_pooling_backward_desc_init(
            operation,
            poolingAlgorithm(isMaximum),
            source.description(),
            destination.description(),
            window.strides(),
            window.kernel(),
            window.before(),
            window.after()),
        name);
    return PrimitiveDescription.of(name, operation, Attributes.NONE, forward);
  }

  private static int poolingAlgorithm(boolean isMaximum) {
    return isMaximum ? dnnl_pooling_max : dnnl_pooling_avg_exclude_padding;
  }

  /** A dense layer with bias. */
  public static PrimitiveDescription dense(
      String name, Format source, Format weights, Format bias, Format result, boolean isTraining) {
    dnnl_inner_product_desc_t operation = new dnnl_inner_product_desc_t();
    check(
        dnnl_inner_product_forward_desc_init(
            operation,
            forward(isTraining),
            source.description(),
            weights.description(),
            bias.description(),
            result.description()),
        name);
    return PrimitiveDescription.of(name, operation, Attributes.NONE, null);
  }

  /** Gradient of what a dense layer reads. */
  public static PrimitiveDescription denseBackward(
      String name, Format source, Format weights, Format result, PrimitiveDescription forward) {
    dnnl_inner_product_desc_t operation = new dnnl_inner_product_desc_t();
    check(
        dnnl_inner_product_backward_data_desc_init(
            operation, source.description(), weights.description(), result.description()),
        name);
    return PrimitiveDescription.of(name, operation, Attributes.NONE, forward);
  }

  /** Gradient of the weights and the bias of a dense layer. */
  public static PrimitiveDescription denseWeights(
      String name,
      Format source,
      Format weights,
      Format bias,
      Format result,
      PrimitiveDescription forward) {
    dnnl_inner_product_desc_t operation = new dnnl_inner_product_desc_t();
    check(
        dnnl_inner_product_backward_weights_desc_init(
            operation,
            source.description(),
            weights.description(),
            bias.description(),
            result.description()),
        name);
    return PrimitiveDescription.of(name, operation, Attributes.NONE, forward);
  }

  /** A product of two matrices. */
  public static PrimitiveDescription product(
      String name, Format left, Format right, Format result) {
    dnnl_matmul_desc_t operation = new dnnl_matmul_desc_t();
    check(
        dnnl_matmul_desc_init(
            operation, left.description(), right.description(), null, result.description()),
        name);
    return PrimitiveDescription.of(name, operation, Attributes.NONE, null);
  }
}
