package dev.recipe4j.runtime.engine.onednn;

import static dev.recipe4j.runtime.engine.onednn.OneDnn.check;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_append_eltwise;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_set_post_ops;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_set_scratchpad_mode;
import static org.bytedeco.dnnl.global.dnnl.dnnl_scratchpad_mode_user;

import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_attr;

/** What is fused into a primitive. Scratch memory is always the caller's. */
public final class Attributes implements AutoCloseable {
  /** Nothing fused. */
  public static final Attributes NONE = new Attributes();

  private final dnnl_primitive_attr handle;

  private Attributes() {
    handle =
        OneDnn.made(dnnl_primitive_attr::new, out -> dnnl_primitive_attr_create(out), "attributes");
    check(
        dnnl_primitive_attr_set_scratchpad_mode(handle, dnnl_scratchpad_mode_user),
        "scratch memory of the caller");
  }

  /** A function of each element of the result. To be closed when what it is for is described. */
  public static Attributes followedBy(ElementFunction function) {
    Attributes attributes = new Attributes();
    dnnl_post_ops fused =
        OneDnn.made(dnnl_post_ops::new, out -> dnnl_post_ops_create(out), "fused operations");
    check(
        dnnl_post_ops_append_eltwise(
            fused,
            1,
            function.forward().number(),
            function.forward().alpha(),
            function.forward().beta()),
        "a fused function");
    check(dnnl_primitive_attr_set_post_ops(attributes.handle, fused), "fused operations");
    dnnl_post_ops_destroy(fused);
    return attributes;
  }

  dnnl_primitive_attr handle() {
    return handle;
  }

  @Override
  public void close() {
    dnnl_primitive_attr_destroy(handle);
  }
}
