package dev.recipe4j.runtime.data.jpeg;

import java.util.Arrays;

/**
 * Decodes a rectangle of a JPEG, to the bit as libjpeg with its default settings (accurate integer
 * transform, smooth upsampling) decodes the whole. Blocks outside are read but not transformed;
 * rows below are not read, only looked through for the end of the file. Keeps its memory for the
 * next image. For use by one thread.
 */
public final class JpegDecoder {
  private static final int SIDE = 8;
  private static final int MOST_CHANNELS = 4;
  private static final int RGB = 3;

  private final EntropyDecoder entropy = new EntropyDecoder();
  private final InverseTransform transform = new InverseTransform();
  private final int[] block = new int[SIDE * SIDE];
  private final Channel[] channels = new Channel[MOST_CHANNELS];
  private final int[][] rgb = new int[RGB][];
  private int[] spare = {};

  /** Takes pixels as they are decoded. */
  @FunctionalInterface
  public interface Rows {
    /**
     * The next row of the rectangle.
     *
     * @param row its number, from 0
     * @param samples 0 to 255, at [channel][column]; one channel if the image is grey, else red,
     *     green and blue; may be longer, and are valid during the call
     */
    void take(int row, int[][] samples);
  }

  /** A decoder without memory yet. */
  public JpegDecoder() {
    Arrays.setAll(channels, i -> new Channel());
  }

  /**
   * Decodes a rectangle that lies within the image.
   *
   * @param file one that is {@link JpegFile#isDecodable decodable}
   * @param top first row
   * @param left first column
   * @param height rows, at least 1
   * @param width columns, at least 1
   * @throws JpegException if the file is damaged or cut short; no row has been given out
   */
  public void decode(JpegFile file, int top, int left, int height, int width, Rows to)
      throws JpegException {
    for (int c = 0; c < file.channels(); c++) {
      channels[c].begin(file, c, top, left, height, width);
    }
    if (spare.length < width) {
      spare = new int[width];
    }
    try {
      read(file);
    } catch (JpegException e) {
      // Codes read beyond the end make no sense either.
      entropy.requireData();
      throw e;
    }
    write(file, top, left, height, width, to);
  }

  private void read(JpegFile file) throws JpegException {
    int count = file.channels();
    int unitWidth = 0;
    int lastUnitRow = 0;
    for (int c = 0; c < count; c++) {
      unitWidth = Math.max(unitWidth, SIDE * channels[c].across);
      lastUnitRow = Math.max(lastUnitRow, channels[c].plane.lastBlockRow() / channels[c].down);
    }
    int unitsAcross = (file.width() + unitWidth - 1) / unitWidth;
    entropy.start(file.bytes(), file.scan());
    int interval = file.restartInterval();
    int unit = 0;
    for (int row = 0; row <= lastUnitRow; row++) {
      for (int column = 0; column < unitsAcross; column++, unit++) {
        if (interval > 0 && unit > 0 && unit % interval == 0) {
          restart(count, unit / interval - 1);
        }
        for (int c = 0; c < count; c++) {
          readUnit(channels[c], row, column);
        }
      }
      entropy.requireData();
    }
    if (JpegEnd.isLackingFrom(file.bytes(), entropy.position())) {
      throw new JpegException("cut short");
    }
  }

  private void restart(int count, int number) throws JpegException {
    entropy.restart(number);
    for (int c = 0; c < count; c++) {
      channels[c].mean = 0;
    }
  }

  private void readUnit(Channel channel, int row, int column) throws JpegException {
    for (int y = 0; y < channel.down; y++) {
      for (int x = 0; x < channel.across; x++) {
        readBlock(channel, row * channel.down + y, column * channel.across + x);
      }
    }
  }

  private void readBlock(Channel channel, int blockRow, int blockColumn) throws JpegException {
    channel.mean += entropy.difference(channel.means);
    Plane plane = channel.plane;
    if (!plane.needs(blockRow, blockColumn)) {
      entropy.skip(channel.waves);
      return;
    }
    int first = channel.mean * channel.quantization[0];
    int top = plane.top(blockRow);
    int left = plane.left(blockColumn);
    int last = entropy.coefficients(channel.waves, channel.quantization, block);
    if (last == 0) {
      InverseTransform.flat(first, plane.samples(), top, left);
    } else {
      block[0] = first;
      transform.apply(block, last, plane.samples(), top, left);
      Arrays.fill(block, 0);
    }
  }

  private void write(JpegFile file, int top, int left, int height, int width, Rows to) {
    int count = file.channels();
    boolean lumaFirst = file.isLumaFirst();
    int[][] samples = count == 1 ? new int[][] {channels[0].row} : rgb;
    for (int c = 0; c < samples.length; c++) {
      samples[c] = channels[c].row;
    }
    for (int c = 0; c < count; c++) {
      channels[c].plane.limit();
    }
    for (int y = 0; y < height; y++) {
      for (int c = 0; c < count; c++) {
        channels[c].plane.row(top + y, left, width, channels[c].row);
      }
      if (lumaFirst) {
        Colours.toRgb(samples[0], samples[1], samples[2], spare, width);
      }
      if (count > RGB) {
        for (int[] colour : samples) {
          Colours.underInk(colour, channels[RGB].row, width, lumaFirst);
        }
      }
      to.take(y, samples);
    }
  }
}
