package dev.recipe4j.runtime.weights;

import dev.recipe4j.runtime.data.FloatBuffers;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;

/**
 * The row vector that ND4J's {@code Nd4j.write} leaves in {@code coefficients.bin}: two buffers,
 * each a text (how it was allocated), a long (elements), a text (their type) and the elements,
 * big-endian. The first buffer describes the shape, the second has the numbers.
 */
final class Dl4jCoefficients {
  /** Rank, shape, strides, flags: a matrix of one row or a vector. */
  private static final int MOST_SHAPE_LONGS = 8;

  private Dl4jCoefficients() {}

  /**
   * Reads them.
   *
   * @param size parameters that the layers have
   * @throws WeightsException if the vector is of another size or type
   */
  static FloatBuffer read(Path path, DataInputStream in, long size) throws IOException {
    in.readUTF();
    long described = in.readLong();
    String type = in.readUTF();
    if (!type.equals("LONG") || described < 0 || described > MOST_SHAPE_LONGS) {
      throw WeightsException.damaged(path, "coefficients.bin does not begin with a shape of ND4J");
    }
    in.skipNBytes(described * Long.BYTES);
    in.readUTF();
    long count = in.readLong();
    String numbers = in.readUTF();
    if (count != size) {
      throw WeightsException.damaged(
          path, "coefficients.bin has %d numbers, its layers have %d".formatted(count, size));
    }
    FloatBuffer parameters = FloatBuffers.direct(size);
    for (int i = 0; i < size; i++) {
      parameters.put(
          i,
          switch (numbers) {
            case "FLOAT" -> in.readFloat();
            case "DOUBLE" -> (float) in.readDouble();
            default ->
                throw new WeightsException(
                    "%s has numbers of type %s; save the network as FLOAT"
                        .formatted(path, WeightsException.shown(numbers)));
          });
    }
    return parameters;
  }
}
