package dev.recipe4j.runtime.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Memory that engines read and write. */
final class FloatBuffers {
  private FloatBuffers() {}

  /**
   * A direct buffer of native order, all zeros.
   *
   * @throws ArithmeticException beyond 2 GiB
   */
  static FloatBuffer direct(long size) {
    return ByteBuffer.allocateDirect(Math.toIntExact(Math.multiplyExact(size, Float.BYTES)))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
