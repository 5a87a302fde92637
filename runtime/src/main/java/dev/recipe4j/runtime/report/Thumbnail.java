package dev.recipe4j.runtime.report;

import dev.recipe4j.runtime.data.Image;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A small picture inside a page. */
final class Thumbnail {
  /** Longest side, in pixels: sharp enough where a picture is 128 wide. */
  private static final int LONGEST = 144;

  /** Up to this side a picture is shown pixel by pixel, and without the losses of JPEG. */
  private static final int SMALL = 64;

  private Thumbnail() {}

  /** The {@code img} of an image. */
  static void write(Html html, Image image, String description) {
    boolean isSmall = Math.max(image.width(), image.height()) <= SMALL;
    html.open(
        "img",
        "src",
        source(image, isSmall ? "png" : "jpeg"),
        "alt",
        description,
        "class",
        isSmall ? "small" : "photo");
  }

  private static String source(Image image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(reduced(image.buffered()), format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return "data:image/%s;base64,%s"
        .formatted(format, Base64.getEncoder().encodeToString(bytes.toByteArray()));
  }

  private static BufferedImage reduced(BufferedImage picture) {
    BufferedImage present = picture;
    int longest = Math.max(picture.getWidth(), picture.getHeight());
    while (longest > LONGEST) {
      // By halves, since one bilinear step reads four pixels alone.
      int next = Math.max(LONGEST, (longest + 1) / 2);
      present = scaled(present, (double) next / longest);
      longest = next;
    }
    return present;
  }

  private static BufferedImage scaled(BufferedImage picture, double factor) {
    int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
    BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = smaller.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(picture, 0, 0, width, height, null);
    pen.dispose();
    return smaller;
  }
}
