package dev.recipe4j.runtime.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Memory that data is loaded into and that engines read and write. */
public final class FloatBuffers {
  private FloatBuffers() {}

  /**
   * A direct buffer of native order, all zeros.
   *
   * @throws ArithmeticException beyond 2 GiB
   */
  public static FloatBuffer direct(long size) {
    return ByteBuffer.allocateDirect(Math.toIntExact(Math.multiplyExact(size, Float.BYTES)))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
