package dev.recipe4j.runtime.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_engine_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_get_effective_cpu_isa;
import static org.bytedeco.dnnl.global.dnnl.dnnl_stream_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_stream_default_flags;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;
import static org.bytedeco.dnnl.global.dnnl.dnnl_version;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.PointerScope;

/** The library on this machine: its CPU engine and one in-order stream, alive with the process. */
public final class OneDnn {
  private OneDnn() {}

  /** Why oneDNN cannot be used here; empty if it can. */
  public static Optional<String> problem() {
    try {
      dnnl_engine engine = Handles.ENGINE;
      return engine.isNull() ? Optional.of("oneDNN has no CPU engine") : Optional.empty();
    } catch (LinkageError | RuntimeException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return Optional.of(
          String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason"));
    }
  }

  /** Version and instruction set, as in {@code oneDNN 2.5.2, isa 0x7f}. */
  public static String description() {
    dnnl_version_t version = dnnl_version();
    return "oneDNN %d.%d.%d, isa 0x%x"
        .formatted(version.major(), version.minor(), version.patch(), dnnl_get_effective_cpu_isa());
  }

  /** Does work and frees the structures that it made, but for those that it retained. */
  // The array of classes is empty: structures of all classes.
  @SuppressWarnings("unchecked")
  public static <T> T freeingStructures(Supplier<T> work) {
    PointerScope scope = new PointerScope();
    try {
      return work.get();
    } finally {
      scope.close();
    }
  }

  static dnnl_engine engine() {
    return Handles.ENGINE;
  }

  static dnnl_stream stream() {
    return Handles.STREAM;
  }

  /** Throws if a call failed. */
  static void check(int status, String what) {
    if (status != dnnl_success) {
      throw new OneDnnException("oneDNN refused %s with status %d".formatted(what, status));
    }
  }

  /** What a call stored at the address it was given. */
  static <P extends Pointer> P made(Function<Pointer, P> type, Creation creation, String what) {
    try (PointerPointer<Pointer> out = new PointerPointer<>(1)) {
      check(creation.into(out), what);
      return type.apply(out.get(0));
    }
  }

  /** A C function that stores a new handle and returns a status. */
  interface Creation {
    int into(PointerPointer<Pointer> out);
  }

  /** Made when first asked for. */
  private static final class Handles {
    static final dnnl_engine ENGINE =
        made(dnnl_engine::new, out -> dnnl_engine_create(out, dnnl_cpu, 0), "an engine");
    static final dnnl_stream STREAM =
        made(
            dnnl_stream::new,
            out -> dnnl_stream_create(out, ENGINE, dnnl_stream_default_flags),
            "a stream");

    private Handles() {}
  }
}
