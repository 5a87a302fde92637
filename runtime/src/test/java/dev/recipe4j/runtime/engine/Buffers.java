package dev.recipe4j.runtime.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Native buffers for tests. */
public final class Buffers {
  private Buffers() {}

  public static FloatBuffer floats(long size) {
    return ByteBuffer.allocateDirect(Math.toIntExact(4 * size))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
