package dev.recipe4j.runtime.augment;

import dev.recipe4j.network.Shape;
import java.nio.FloatBuffer;

/**
 * A rectangle of a normalised image that is set to 0, the mean colour, in every channel. It is cut
 * at the border of the image.
 *
 * @param top first row, below 0 if it starts above the image
 * @param left first column, below 0 if it starts left of the image
 * @param height rows
 * @param width columns
 */
record Hole(int top, int left, int height, int width) {
  /** This hole without what lies beyond an image. */
  Hole within(Shape shape) {
    int firstRow = Math.max(top, 0);
    int firstColumn = Math.max(left, 0);
    int rows = Math.min(top + height, shape.height()) - firstRow;
    int columns = Math.min(left + width, shape.width()) - firstColumn;
    return new Hole(firstRow, firstColumn, Math.max(rows, 0), Math.max(columns, 0));
  }

  void erase(FloatBuffer batch, int start, Shape shape) {
    Hole inside = within(shape);
    float[] zeros = new float[inside.width];
    for (int channel = 0; channel < shape.channels(); channel++) {
      int row = start + (channel * shape.height() + inside.top) * shape.width() + inside.left;
      for (int y = 0; y < inside.height; y++) {
        batch.put(row + y * shape.width(), zeros);
      }
    }
  }
}
