package dev.recipe4j.runtime.data.jpeg;

/** How one colour of an image is decoded: its tables, its samples, and where it is. */
final class Channel {
  final Plane plane = new Plane();
  HuffmanTable means;
  HuffmanTable waves;
  int[] quantization = {};
  int across;
  int down;
  int[] row = {};

  /** Mean of the block before, in units of the file. */
  int mean;

  Channel() {
    means = HuffmanTable.NONE;
    waves = HuffmanTable.NONE;
  }

  void begin(JpegFile file, int number, int top, int left, int height, int width) {
    Component component = file.components().get(number);
    boolean alone = file.channels() == 1;
    across = alone ? 1 : component.across();
    down = alone ? 1 : component.down();
    means = file.means(number);
    waves = file.waves(number);
    quantization = file.quantization(number);
    mean = 0;
    plane.begin(
        file.height(),
        file.width(),
        component.down() < Sampling.mostDown(file.components()),
        component.across() < Sampling.mostAcross(file.components()),
        top,
        left,
        height,
        width);
    if (row.length < width) {
      row = new int[width];
    }
  }
}
