package dev.recipe4j.runtime.weights;

import dev.recipe4j.runtime.data.FloatBuffers;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * A tensor of a weights file. Its numbers are read when they are asked for.
 *
 * @param name its name
 * @param type how the file stores its numbers, as in {@code F32}
 * @param isFloatingPoint whether its numbers can be read as floats; counters are integers
 * @param shape sizes of its dimensions, row-major; none for a single number
 * @param content reads its numbers
 */
public record StoredTensor(
    String name, String type, boolean isFloatingPoint, List<Long> shape, Content content) {
  /** Reads the numbers of a tensor. */
  @FunctionalInterface
  public interface Content {
    /**
     * Reads them.
     *
     * @param target receives them from index 0; has room for all
     * @throws WeightsException if the file cannot be read
     */
    void read(FloatBuffer target);
  }

  public StoredTensor {
    shape = List.copyOf(shape);
  }

  /** Number of elements. */
  public long size() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  /**
   * All its numbers.
   *
   * @throws WeightsException if the file cannot be read
   */
  public FloatBuffer read() {
    FloatBuffer numbers = FloatBuffers.direct(size());
    content.read(numbers);
    return numbers;
  }
}
