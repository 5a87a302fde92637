package dev.recipe4j.runtime.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The memory of arrays that the processor reads and writes. Where ND4J computes on a GPU an array
 * is in two places, and it has to be said which one is newer; elsewhere it costs nothing.
 */
final class HostMemory {
  private HostMemory() {}

  /** Memory of an array that fills its whole buffer. */
  static FloatBuffer of(INDArray array) {
    ByteBuffer bytes = array.data().pointer().asByteBuffer();
    return bytes.order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  /** Fetches what ND4J has computed. */
  static void fetch(INDArray array) {
    Nd4j.getAffinityManager().ensureLocation(array, Location.HOST);
  }

  /** Says that the memory was written. */
  static void written(INDArray array) {
    Nd4j.getAffinityManager().tagLocation(array, Location.HOST);
  }
}
