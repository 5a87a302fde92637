package dev.recipe4j.runtime.engine.compiled;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** A block of memory off the heap, all zeros at first, freed when it is closed. */
final class NativeMemory implements AutoCloseable {
  /** A page. */
  private static final long ALIGNMENT = 4096;

  private static final Pointer NOTHING = new Pointer();

  private final Pointer block;
  private final BytePointer start;
  private final long bytes;

  private NativeMemory(Pointer block, BytePointer start, long bytes) {
    this.block = block;
    this.start = start;
    this.bytes = bytes;
  }

  /**
   * Reserves memory.
   *
   * @throws OutOfNativeMemoryException if there is not that much
   */
  static NativeMemory of(long bytes) {
    OutOfNativeMemoryException.requireFree(bytes);
    Pointer block = Pointer.malloc(bytes + ALIGNMENT);
    if (block == null || block.isNull()) {
      throw new OutOfNativeMemoryException(bytes, 0);
    }
    long misplaced = block.address() % ALIGNMENT;
    BytePointer start =
        new BytePointer(block).getPointer(misplaced == 0 ? 0 : ALIGNMENT - misplaced);
    Pointer.memset(start, 0, bytes);
    return new NativeMemory(block, start, bytes);
  }

  /**
   * The first bytes of this block, zeros again. Closing them leaves the block as it is, and it must
   * not be closed before they are out of use.
   */
  NativeMemory lend(long wanted) {
    Pointer.memset(start, 0, wanted);
    return new NativeMemory(NOTHING, start, wanted);
  }

  /** The address of a byte. */
  Pointer at(long offset) {
    return start.getPointer(offset);
  }

  long bytes() {
    return bytes;
  }

  @Override
  public void close() {
    Pointer.free(block);
  }
}
