package dev.recipe4j.runtime.data.jpeg;

import java.util.Arrays;
import java.util.List;

/**
 * Decodes a rectangle of a JPEG, to the bit as libjpeg with its default settings (accurate integer
 * transform, smooth upsampling) decodes the whole. Blocks outside are read but not transformed;
 * rows below are not read, only looked through for the end of the file. Keeps its memory for the
 * next image. For use by one thread.
 */
public final class JpegDecoder {
  private static final int SIDE = 8;
  private static final int MOST_COMPONENTS = 4;
  private static final int RGB = 3;

  private final EntropyDecoder entropy = new EntropyDecoder();
  private final InverseTransform transform = new InverseTransform();
  private final int[] block = new int[SIDE * SIDE];
  private final int[] mean = new int[MOST_COMPONENTS];
  private final Plane[] planes = new Plane[MOST_COMPONENTS];
  private final byte[][] rows = new byte[MOST_COMPONENTS][0];

  /** A decoder without memory yet. */
  public JpegDecoder() {
    Arrays.setAll(planes, i -> new Plane());
  }

  /**
   * Decodes a rectangle that lies within the image.
   *
   * @param file one that is {@link JpegFile#isDecodable decodable}
   * @param top first row
   * @param left first column
   * @param height rows, at least 1
   * @param width columns, at least 1
   * @param to takes the pixels: rows x columns for a grey image, else rows x columns x 3 (red,
   *     green, blue)
   * @throws JpegException if the file is damaged or cut short
   */
  public void decode(JpegFile file, int top, int left, int height, int width, byte[] to)
      throws JpegException {
    begin(file, top, left, height, width);
    read(file);
    write(file, top, left, height, width, to);
  }

  private void begin(JpegFile file, int top, int left, int height, int width) {
    List<Component> components = file.components();
    int across = Sampling.mostAcross(components);
    int down = Sampling.mostDown(components);
    for (int c = 0; c < components.size(); c++) {
      Component component = components.get(c);
      planes[c].begin(
          file.height(),
          file.width(),
          component.down() < down,
          component.across() < across,
          top,
          left,
          height,
          width);
      if (rows[c].length < width) {
        rows[c] = new byte[width];
      }
    }
  }

  private void read(JpegFile file) throws JpegException {
    List<Component> components = file.components();
    boolean alone = components.size() == 1;
    int unitWidth = SIDE * (alone ? 1 : Sampling.mostAcross(components));
    int unitsAcross = (file.width() + unitWidth - 1) / unitWidth;
    int lastUnitRow = 0;
    for (int c = 0; c < components.size(); c++) {
      int down = alone ? 1 : components.get(c).down();
      lastUnitRow = Math.max(lastUnitRow, planes[c].lastBlockRow() / down);
    }
    entropy.start(file.bytes(), file.scan());
    Arrays.fill(mean, 0);
    int interval = file.restartInterval();
    int unit = 0;
    for (int row = 0; row <= lastUnitRow; row++) {
      for (int column = 0; column < unitsAcross; column++, unit++) {
        if (interval > 0 && unit > 0 && unit % interval == 0) {
          entropy.restart(unit / interval - 1);
          Arrays.fill(mean, 0);
        }
        readUnit(file, alone, row, column);
      }
      entropy.requireData();
    }
    if (JpegEnd.isLackingFrom(file.bytes(), entropy.position())) {
      throw new JpegException("cut short");
    }
  }

  private void readUnit(JpegFile file, boolean alone, int row, int column) throws JpegException {
    List<Component> components = file.components();
    for (int c = 0; c < components.size(); c++) {
      int down = alone ? 1 : components.get(c).down();
      int across = alone ? 1 : components.get(c).across();
      for (int y = 0; y < down; y++) {
        for (int x = 0; x < across; x++) {
          readBlock(file, c, row * down + y, column * across + x);
        }
      }
    }
  }

  private void readBlock(JpegFile file, int c, int blockRow, int blockColumn) throws JpegException {
    mean[c] += entropy.difference(file.means(c));
    Plane plane = planes[c];
    if (!plane.needs(blockRow, blockColumn)) {
      entropy.skip(file.waves(c));
      return;
    }
    int[] quantization = file.quantization(c);
    int first = mean[c] * quantization[0];
    int at = plane.offset(blockRow, blockColumn);
    if (entropy.coefficients(file.waves(c), quantization, block) == 0) {
      InverseTransform.flat(first, plane.samples(), at, plane.stride());
    } else {
      block[0] = first;
      transform.apply(block, plane.samples(), at, plane.stride());
      Arrays.fill(block, 0);
    }
  }

  private void write(JpegFile file, int top, int left, int height, int width, byte[] to) {
    int count = file.channels();
    boolean lumaFirst = file.isLumaFirst();
    for (int y = 0; y < height; y++) {
      for (int c = 0; c < count; c++) {
        planes[c].row(top + y, left, width, rows[c]);
      }
      if (count == 1) {
        System.arraycopy(rows[0], 0, to, y * width, width);
        continue;
      }
      int start = y * width * RGB;
      if (lumaFirst) {
        Colours.row(rows[0], rows[1], rows[2], width, to, start);
      } else {
        Colours.interleave(rows[0], rows[1], rows[2], width, to, start);
      }
      if (count > RGB) {
        Colours.underInk(to, start, rows[RGB], width, lumaFirst);
      }
    }
  }
}
