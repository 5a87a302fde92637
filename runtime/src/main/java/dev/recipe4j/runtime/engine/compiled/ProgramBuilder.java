package dev.recipe4j.runtime.engine.compiled;

import dev.recipe4j.runtime.engine.compiled.Program.Moving;
import dev.recipe4j.runtime.engine.compiled.Value.Place;
import dev.recipe4j.runtime.engine.onednn.Format;
import dev.recipe4j.runtime.engine.onednn.OneDnnException;
import dev.recipe4j.runtime.engine.onednn.Primitive;
import dev.recipe4j.runtime.engine.onednn.Primitive.Argument;
import dev.recipe4j.runtime.engine.onednn.PrimitiveDescription;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Writes a program down, one instruction after the other, and gives it its memory at the end. Close
 * it afterwards: that frees the descriptions, which a finished program does not need.
 */
final class ProgramBuilder implements AutoCloseable {
  private static final int FOREVER = Integer.MAX_VALUE;

  private final List<Draft> preparation = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();
  private boolean isPreparing;
  private final List<Value> temporaries = new ArrayList<>();
  private final Set<PrimitiveDescription> descriptions = new LinkedHashSet<>();

  /** An instruction whose values have no memory yet. */
  private interface Draft {
    Instruction finish(FloatPointer parameters, List<Moving> moving);
  }

  /** A value of the program's own memory. */
  Value temporary(String name, Format format) {
    Value value = Value.temporary(name, format);
    if (isPreparing) {
      value.usedBy(0);
      value.usedBy(FOREVER);
    }
    temporaries.add(value);
    return value;
  }

  /**
   * Adds what is computed from the parameters alone, and only when they have changed. Its values
   * keep their memory.
   */
  <T> T prepare(Supplier<T> work) {
    isPreparing = true;
    try {
      return work.get();
    } finally {
      isPreparing = false;
    }
  }

  /** Has the description freed when this builder is closed. */
  PrimitiveDescription describe(PrimitiveDescription description) {
    descriptions.add(description);
    return description;
  }

  /**
   * The first description that oneDNN computes fast; the first that it computes at all, if none.
   *
   * @throws OneDnnException if it computes none
   */
  PrimitiveDescription describeFirst(List<Supplier<PrimitiveDescription>> candidates) {
    PrimitiveDescription possible = null;
    OneDnnException refusal = null;
    for (Supplier<PrimitiveDescription> candidate : candidates) {
      try {
        PrimitiveDescription description = describe(candidate.get());
        if (!description.isPlainLoop()) {
          return description;
        }
        possible = possible == null ? description : possible;
      } catch (OneDnnException e) {
        refusal = e;
      }
    }
    if (possible == null) {
      throw Objects.requireNonNull(refusal);
    }
    return possible;
  }

  /**
   * Adds a primitive; the memory that it needs while it computes is added to its values.
   *
   * @param name what it does for which layer
   * @param values by oneDNN's number of their role
   */
  void add(String name, PrimitiveDescription description, Map<Integer, Value> values) {
    Map<Integer, Value> all = new LinkedHashMap<>(values);
    Format scratch = description.scratchpad();
    if (!scratch.isEmpty()) {
      all.put(dnnl.DNNL_ARG_SCRATCHPAD, temporary(name + " scratch", scratch));
    }
    use(all.values());
    current().add((parameters, moving) -> finished(name, description, all, parameters, moving));
  }

  /**
   * Adds work of our own.
   *
   * @param values all that it reads or writes
   */
  void add(String name, Runnable work, Value... values) {
    use(List.of(values));
    current().add((parameters, moving) -> Instruction.of(name, work));
  }

  /** The value in another format: itself, or a copy that is made at this point. */
  Value reordered(String name, Value value, Format format) {
    if (value.format().equals(format)) {
      return value;
    }
    Value copy = temporary(name, format);
    reorder(name, value, copy);
    return copy;
  }

  /** Copies a value into another one of the same sizes. */
  void reorder(String name, Value from, Value to) {
    add(
        name + " reorder",
        describe(PrimitiveDescription.reorder(name, from.format(), to.format())),
        Map.of(dnnl.DNNL_ARG_FROM, from, dnnl.DNNL_ARG_TO, to));
  }

  /** Keeps a value that is written before the program runs. */
  void keepFromStart(Value value) {
    value.usedBy(0);
  }

  /** Keeps a value that is read after the program, as it is so far, has run. */
  void keepToEnd(Value value) {
    value.usedBy(drafts.size() - 1);
  }

  private List<Draft> current() {
    return isPreparing ? preparation : drafts;
  }

  private void use(Iterable<Value> values) {
    if (!isPreparing) {
      values.forEach(value -> value.usedBy(drafts.size()));
    }
  }

  /**
   * The finished program. The builder is of no use afterwards.
   *
   * @param parameters the vector that values in {@link Place#PARAMETERS} are parts of
   * @param memories gives as many zeroed bytes as it is asked for
   * @throws OutOfNativeMemoryException if its memory cannot be had
   */
  Program finish(FloatBuffer parameters, LongFunction<NativeMemory> memories) {
    MemoryPlan plan = MemoryPlan.of(temporaries);
    NativeMemory memory = memories.apply(plan.bytes());
    List<Instruction> first = new ArrayList<>();
    List<Instruction> instructions = new ArrayList<>();
    List<Moving> moving = new ArrayList<>();
    try {
      plan.offsets().forEach((value, offset) -> value.stand(memory.at(offset)));
      FloatPointer vector = new FloatPointer(parameters);
      for (Draft draft : preparation) {
        first.add(draft.finish(vector, moving));
      }
      for (Draft draft : drafts) {
        instructions.add(draft.finish(vector, moving));
      }
      return new Program(first, instructions, moving, memory);
    } catch (RuntimeException e) {
      first.forEach(instruction -> instruction.release().run());
      instructions.forEach(instruction -> instruction.release().run());
      memory.close();
      throw e;
    }
  }

  @Override
  public void close() {
    descriptions.forEach(PrimitiveDescription::close);
  }

  private static Instruction finished(
      String name,
      PrimitiveDescription description,
      Map<Integer, Value> values,
      FloatPointer parameters,
      List<Moving> moving) {
    List<Argument> arguments = new ArrayList<>();
    List<Value> inOrder = new ArrayList<>();
    values.forEach(
        (role, value) -> {
          arguments.add(new Argument(role, value.format(), address(value, parameters)));
          inOrder.add(value);
        });
    Primitive primitive = new Primitive(name, description, arguments);
    for (int i = 0; i < inOrder.size(); i++) {
      if (inOrder.get(i).place() == Place.GRADIENT) {
        moving.add(new Moving(primitive, i, inOrder.get(i).offset()));
      }
    }
    return Instruction.of(name, description.implementation(), primitive);
  }

  private static Pointer address(Value value, FloatPointer parameters) {
    return switch (value.place()) {
      case TEMPORARY -> value.address();
      case PARAMETERS -> parameters.getPointer(value.offset());
      case GRADIENT -> new Pointer();
    };
  }
}
