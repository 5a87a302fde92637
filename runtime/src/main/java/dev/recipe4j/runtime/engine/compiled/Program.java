package dev.recipe4j.runtime.engine.compiled;

import dev.recipe4j.runtime.engine.onednn.Primitive;
import java.nio.FloatBuffer;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/** Instructions and their memory. Running it allocates nothing. */
final class Program implements AutoCloseable {
  private final Instruction[] preparation;
  private final Instruction[] instructions;
  private final List<Moving> moving;
  private final NativeMemory memory;
  private final long[] nanoseconds;
  private long timedRuns;
  private @Nullable FloatBuffer gradient;

  /**
   * An argument that stands in the vector of gradients.
   *
   * @param argument its number among those of the primitive
   * @param offset index of its first float
   */
  record Moving(Primitive primitive, int argument, long offset) {}

  /**
   * A program.
   *
   * @param preparation what depends on the parameters alone
   */
  Program(
      List<Instruction> preparation,
      List<Instruction> instructions,
      List<Moving> moving,
      NativeMemory memory) {
    this.preparation = preparation.toArray(Instruction[]::new);
    this.instructions = instructions.toArray(Instruction[]::new);
    this.moving = List.copyOf(moving);
    this.memory = memory;
    this.nanoseconds = new long[instructions.size()];
  }

  /** Has gradients written into this vector from now on. What no instruction writes becomes 0. */
  // The same buffer, not one of equal numbers.
  @SuppressWarnings("ReferenceEquality")
  void writeGradientTo(FloatBuffer vector) {
    if (vector == gradient) {
      return;
    }
    for (int i = 0; i < vector.limit(); i++) {
      vector.put(i, 0);
    }
    FloatPointer start = new FloatPointer(vector);
    for (Moving place : moving) {
      place.primitive().move(place.argument(), start.getPointer(place.offset()));
    }
    gradient = vector;
  }

  /** Computes what depends on the parameters alone; needed before the first run. */
  void prepare() {
    for (Instruction instruction : preparation) {
      instruction.run().run();
    }
  }

  void run() {
    for (Instruction instruction : instructions) {
      instruction.run().run();
    }
  }

  /** As {@link #run}, and adds up how long each instruction takes. */
  void runTimed() {
    timedRuns++;
    for (int i = 0; i < instructions.length; i++) {
      long start = System.nanoTime();
      instructions[i].run().run();
      nanoseconds[i] += System.nanoTime() - start;
    }
  }

  List<Instruction> instructions() {
    return List.of(instructions);
  }

  long timedRuns() {
    return timedRuns;
  }

  /** Time of an instruction in all timed runs. */
  long nanoseconds(int instruction) {
    return nanoseconds[instruction];
  }

  /** Memory of all temporary values. */
  long bytes() {
    return memory.bytes();
  }

  @Override
  public void close() {
    for (Instruction instruction : preparation) {
      instruction.release().run();
    }
    for (Instruction instruction : instructions) {
      instruction.release().run();
    }
    memory.close();
  }
}
