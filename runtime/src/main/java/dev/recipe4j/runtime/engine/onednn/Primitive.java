package dev.recipe4j.runtime.engine.onednn;

import static dev.recipe4j.runtime.engine.onednn.OneDnn.check;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_set_data_handle;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_execute;

import java.util.List;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.javacpp.Pointer;

/** A primitive with its memory: executing it allocates nothing. */
public final class Primitive implements AutoCloseable {
  private final String name;
  private final dnnl_primitive primitive;
  private final dnnl_stream stream = OneDnn.stream();
  private final dnnl_exec_arg_t arguments;
  private final dnnl_memory[] memories;

  /**
   * A tensor that a primitive reads or writes.
   *
   * @param role one of oneDNN's numbers {@code DNNL_ARG_}
   * @param format of the tensor
   * @param address of its first element
   */
  public record Argument(int role, Format format, Pointer address) {}

  /**
   * Makes a primitive.
   *
   * @param name for messages
   * @param arguments all tensors that it needs
   */
  public Primitive(String name, PrimitiveDescription description, List<Argument> arguments) {
    this.name = name;
    this.primitive =
        OneDnn.made(
            dnnl_primitive::new, out -> dnnl_primitive_create(out, description.handle()), name);
    // Outlives the scope in which temporary structures are freed.
    this.arguments = new dnnl_exec_arg_t(arguments.size()).retainReference();
    this.memories = new dnnl_memory[arguments.size()];
    for (int i = 0; i < memories.length; i++) {
      Argument argument = arguments.get(i);
      memories[i] =
          OneDnn.made(
              dnnl_memory::new,
              out ->
                  dnnl_memory_create(
                      out, argument.format().description(), OneDnn.engine(), argument.address()),
              "a memory of " + name);
      this.arguments.position(i).arg(argument.role()).memory(memories[i]);
    }
    this.arguments.position(0);
  }

  /** Lets an argument stand elsewhere from now on. */
  public void move(int argument, Pointer address) {
    check(dnnl_memory_set_data_handle(memories[argument], address), "a new place for " + name);
  }

  /** Computes, and returns when the result is there. */
  public void execute() {
    check(dnnl_primitive_execute(primitive, stream, memories.length, arguments), name);
  }

  @Override
  public void close() {
    dnnl_primitive_destroy(primitive);
    for (dnnl_memory memory : memories) {
      dnnl_memory_destroy(memory);
    }
    arguments.releaseReference();
  }
}
