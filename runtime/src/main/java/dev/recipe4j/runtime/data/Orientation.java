package dev.recipe4j.runtime.data;

/**
 * Turns images upright.
 *
 * @see "TIFF 6.0, tag 274: where the first row and the first column of the stored pixels belong"
 */
final class Orientation {
  private static final int UPRIGHT = 1;

  private Orientation() {}

  /**
   * The image as it was seen; the image itself if it is stored so.
   *
   * @param stored pixels as they are stored
   * @param orientation 1 to 8
   */
  static Image upright(Image stored, int orientation) {
    if (orientation == UPRIGHT) {
      return stored;
    }
    boolean turned = orientation > 4;
    boolean upwards = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    boolean leftwards =
        orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    return turned(stored, turned, upwards, leftwards);
  }

  /**
   * @param turned whether stored rows become columns
   * @param upwards whether stored rows run against their numbers
   * @param leftwards whether stored columns do
   */
  private static Image turned(Image stored, boolean turned, boolean upwards, boolean leftwards) {
    int height = turned ? stored.width() : stored.height();
    int width = turned ? stored.height() : stored.width();
    int channels = stored.channels();
    byte[] from = stored.pixels();
    byte[] to = new byte[from.length];
    int at = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int row = turned ? x : y;
        int column = turned ? y : x;
        row = upwards ? stored.height() - 1 - row : row;
        column = leftwards ? stored.width() - 1 - column : column;
        int sample = (row * stored.width() + column) * channels;
        for (int channel = 0; channel < channels; channel++) {
          to[at++] = from[sample + channel];
        }
      }
    }
    return new Image(height, width, channels, to);
  }
}
