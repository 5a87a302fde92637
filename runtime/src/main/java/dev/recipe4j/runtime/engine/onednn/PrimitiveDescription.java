package dev.recipe4j.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_diff_dst_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_diff_src_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_diff_weights_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_dst_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_exec_arg_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_impl_info_str;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_scratchpad_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_src_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_weights_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_workspace_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_reorder_primitive_desc_create;

import org.bytedeco.dnnl.const_dnnl_op_desc_t;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * A primitive for certain formats, as oneDNN would compute it: what it chose, and what it needs.
 */
public final class PrimitiveDescription implements AutoCloseable {
  private final String name;
  private final dnnl_primitive_desc handle;

  private PrimitiveDescription(String name, dnnl_primitive_desc handle) {
    this.name = name;
    this.handle = handle;
  }

  /**
   * Lets oneDNN choose.
   *
   * @param name for messages
   * @param operation one of oneDNN's structures of operations
   * @param attributes fused operations
   * @param forward the forward primitive of a backward one
   * @throws OneDnnException if it has no implementation
   */
  static PrimitiveDescription of(
      String name,
      Pointer operation,
      Attributes attributes,
      @Nullable PrimitiveDescription forward) {
    dnnl_primitive_desc hint = forward == null ? null : forward.handle;
    return new PrimitiveDescription(
        name,
        OneDnn.made(
            dnnl_primitive_desc::new,
            out ->
                dnnl_primitive_desc_create(
                    out,
                    new const_dnnl_op_desc_t(operation),
                    attributes.handle(),
                    OneDnn.engine(),
                    hint),
            name));
  }

  /** A copy from one format to another. */
  public static PrimitiveDescription reorder(String name, Format from, Format to) {
    return new PrimitiveDescription(
        name,
        OneDnn.made(
            dnnl_primitive_desc::new,
            out ->
                dnnl_reorder_primitive_desc_create(
                    out,
                    from.description(),
                    OneDnn.engine(),
                    to.description(),
                    OneDnn.engine(),
                    Attributes.NONE.handle()),
            name));
  }

  /** Name for people. */
  public String name() {
    return name;
  }

  /** Format of the first tensor that it reads. */
  public Format source() {
    return format(dnnl_query_src_md);
  }

  /** Format of the result. */
  public Format destination() {
    return format(dnnl_query_dst_md);
  }

  /** Format of the weights. */
  public Format weights() {
    return format(dnnl_query_weights_md);
  }

  /** Format of the gradient of what is read. */
  public Format sourceGradient() {
    return format(dnnl_query_diff_src_md);
  }

  /** Format of the gradient of the result. */
  public Format destinationGradient() {
    return format(dnnl_query_diff_dst_md);
  }

  /** Format of the weights' gradient. */
  public Format weightsGradient() {
    return format(dnnl_query_diff_weights_md);
  }

  /** What the forward primitive keeps for the backward one; may be empty. */
  public Format workspace() {
    return format(dnnl_query_workspace_md);
  }

  /** Memory that it needs while it computes; may be empty. */
  public Format scratchpad() {
    return format(dnnl_query_scratchpad_md);
  }

  /** Format of an argument, by oneDNN's number of its role. */
  public Format argument(int role) {
    dnnl_memory_desc_t format = dnnl_primitive_desc_query_md(handle, dnnl_query_exec_arg_md, role);
    return Format.copy(format);
  }

  /** Name of the implementation, as in {@code jit_wino_4x3:avx512_core}. */
  public String implementation() {
    try (PointerPointer<Pointer> out = new PointerPointer<>(1)) {
      OneDnn.check(dnnl_primitive_desc_query(handle, dnnl_query_impl_info_str, 0, out), name);
      return new BytePointer(out.get(0)).getString();
    }
  }

  /** Whether it is oneDNN's plain loop, for what it has no fast way to compute. */
  public boolean isPlainLoop() {
    return implementation().startsWith("ref");
  }

  private Format format(int query) {
    dnnl_memory_desc_t format = dnnl_primitive_desc_query_md(handle, query, 0);
    return format == null || format.isNull()
        ? Format.copy(new dnnl_memory_desc_t())
        : Format.copy(format);
  }

  dnnl_primitive_desc handle() {
    return handle;
  }

  @Override
  public void close() {
    dnnl_primitive_desc_destroy(handle);
  }
}
