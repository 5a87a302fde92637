package dev.recipe4j.runtime.engine.compiled;

import dev.recipe4j.runtime.engine.onednn.Format;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Objects;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * A tensor that instructions read and write. Where it stands is known when the program is finished:
 * temporary ones share memory with others whose lives do not overlap.
 */
final class Value {
  /** Where it stands. */
  enum Place {
    /** In the memory of the program. */
    TEMPORARY,
    /** In the vector of parameters. */
    PARAMETERS,
    /** In the vector of gradients. */
    GRADIENT
  }

  private final String name;
  private final Format format;
  private final long bytes;
  private final Place place;
  private final long offset;
  private final @Nullable Value base;
  private int first = Integer.MAX_VALUE;
  private int last = -1;
  private @Nullable Pointer address;
  private @Nullable FloatBuffer floats;

  private Value(String name, Format format, Place place, long offset, @Nullable Value base) {
    this.name = name;
    this.format = format;
    this.bytes = format.bytes();
    this.place = place;
    this.offset = offset;
    this.base = base;
  }

  static Value temporary(String name, Format format) {
    return new Value(name, format, Place.TEMPORARY, 0, null);
  }

  /**
   * A part of a flat vector.
   *
   * @param offset index of its first float
   */
  static Value partOf(Place place, String name, Format format, long offset) {
    return new Value(name, format, place, offset, null);
  }

  /** The same memory seen in another format. */
  Value viewed(Format other) {
    return new Value(name, other, place, offset, root());
  }

  private Value root() {
    return base == null ? this : base;
  }

  String name() {
    return name;
  }

  Format format() {
    return format;
  }

  /** Memory that it takes. */
  long bytes() {
    return bytes;
  }

  Place place() {
    return place;
  }

  /** Index of its first float in its vector. */
  long offset() {
    return offset;
  }

  /** Says that the instruction with this number uses it. */
  void usedBy(int instruction) {
    Value root = root();
    root.first = Math.min(root.first, instruction);
    root.last = Math.max(root.last, instruction);
  }

  /** Whether there are moments at which both are needed. */
  boolean livesWith(Value other) {
    return first <= other.last && other.first <= last;
  }

  /** Gives it its memory. */
  void stand(Pointer at) {
    root().address = at;
  }

  Pointer address() {
    return Objects.requireNonNull(root().address, name);
  }

  /** Its memory, element by element in the order of its format; one object for all calls. */
  FloatBuffer floats() {
    FloatBuffer known = floats;
    if (known == null) {
      known =
          new BytePointer(address())
              .capacity(bytes)
              .asByteBuffer()
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
      floats = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return name + format;
  }
}
