package dev.recipe4j.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_bounded_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_clip_v2;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_clip_v2_use_dst_for_bwd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_hardswish;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_linear;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu_use_dst_for_bwd;

/**
 * A function of one element.
 *
 * @param forward how it is computed
 * @param backward how its derivative is computed
 * @param isFromResult whether the derivative is computed from the result; from the argument
 *     otherwise
 * @param keepsZero whether zero stays zero, as padded channels must
 */
public record ElementFunction(
    Algorithm forward, Algorithm backward, boolean isFromResult, boolean keepsZero) {
  /**
   * An algorithm of oneDNN.
   *
   * @param number oneDNN's
   * @param alpha its first number
   * @param beta its second number
   */
  record Algorithm(int number, float alpha, float beta) {}

  /** {@code max(0, x)}. */
  public static final ElementFunction RELU =
      new ElementFunction(
          new Algorithm(dnnl_eltwise_relu, 0, 0),
          new Algorithm(dnnl_eltwise_relu_use_dst_for_bwd, 0, 0),
          true,
          true);

  /** {@code min(6, max(0, x))}. */
  public static final ElementFunction RELU6 =
      new ElementFunction(
          new Algorithm(dnnl_eltwise_bounded_relu, 6, 0),
          new Algorithm(dnnl_eltwise_clip_v2_use_dst_for_bwd, 0, 6),
          true,
          true);

  /** {@code x * clip(x + 3, 0, 6) / 6}. */
  public static final ElementFunction HARD_SWISH = same(dnnl_eltwise_hardswish, 0, 0, true);

  /** {@code min(1, max(0, x))}. */
  public static final ElementFunction UNIT_CLIP =
      new ElementFunction(
          new Algorithm(dnnl_eltwise_clip_v2, 0, 1),
          new Algorithm(dnnl_eltwise_clip_v2_use_dst_for_bwd, 0, 1),
          true,
          true);

  /** {@code slope * x + offset}. */
  public static ElementFunction linear(double slope, double offset) {
    return same(dnnl_eltwise_linear, (float) slope, (float) offset, offset == 0);
  }

  private static ElementFunction same(int number, float alpha, float beta, boolean keepsZero) {
    Algorithm algorithm = new Algorithm(number, alpha, beta);
    return new ElementFunction(algorithm, algorithm, false, keepsZero);
  }
}
