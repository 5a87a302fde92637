package dev.recipe4j.runtime.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.recipe4j.runtime.data.Image;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arithmetic of bands, blocks and columns against the definition, sample by sample. */
class BilinearTest {
  private static final int[] SIDES = {1, 2, 3, 7, 8, 9, 127, 128, 129, 136, 255, 300};

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void isTheMeanUnderATriangleWhateverTheSize(int channels) {
    Random random = new Random(11);
    for (int height : SIDES) {
      for (int width : SIDES) {
        int toHeight = 1 + random.nextInt(40);
        int toWidth = 1 + random.nextInt(40);
        Image image = noise(height, width, channels, random);
        assertArrayEquals(
            expected(image, toHeight, toWidth),
            Bilinear.resize(image, toHeight, toWidth).pixels(),
            "%d x %d to %d x %d".formatted(height, width, toHeight, toWidth));
      }
    }
  }

  private static Image noise(int height, int width, int channels, Random random) {
    byte[] pixels = new byte[height * width * channels];
    random.nextBytes(pixels);
    return new Image(height, width, channels, pixels);
  }

  private static byte[] expected(Image image, int height, int width) {
    int channels = image.channels();
    int[] samples = new int[image.pixels().length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = image.pixels()[i] & 0xff;
    }
    int[] across = new int[image.height() * width * channels];
    for (int y = 0; y < image.height(); y++) {
      for (int c = 0; c < channels; c++) {
        int at = y * image.width() * channels + c;
        resize(samples, at, channels, image.width(), across, y * width * channels + c, width);
      }
    }
    int[] down = new int[height * width * channels];
    for (int i = 0; i < width * channels; i++) {
      resizeColumn(across, i, width * channels, image.height(), down, height);
    }
    byte[] bytes = new byte[down.length];
    for (int i = 0; i < down.length; i++) {
      bytes[i] = (byte) down[i];
    }
    return bytes;
  }

  private static void resizeColumn(int[] from, int at, int step, int in, int[] to, int out) {
    int[] result = new int[step * out];
    resize(from, at, step, in, result, at, out);
    for (int y = 0; y < out; y++) {
      to[at + y * step] = result[at + y * step];
    }
  }

  private static void resize(int[] from, int at, int step, int in, int[] to, int start, int out) {
    double scale = (double) in / out;
    double support = Math.max(scale, 1);
    for (int i = 0; i < out; i++) {
      double centre = (i + 0.5) * scale;
      int first = Math.max((int) (centre - support + 0.5), 0);
      int end = Math.min((int) (centre + support + 0.5), in);
      double total = 0;
      for (int k = first; k < end; k++) {
        total += triangle(k, centre, support);
      }
      long sum = 1 << 21;
      for (int k = first; k < end; k++) {
        long weight = (long) (triangle(k, centre, support) / total * (1 << 22) + 0.5);
        sum += weight * from[at + k * step];
      }
      to[start + i * step] = (int) (sum >> 22);
    }
  }

  private static double triangle(int sample, double centre, double support) {
    return Math.max(1 - Math.abs((sample - centre + 0.5) * (1 / support)), 0);
  }
}
