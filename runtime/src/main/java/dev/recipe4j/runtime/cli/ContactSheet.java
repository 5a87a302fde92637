package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.AugmentationPreview.Picture;
import dev.recipe4j.runtime.AugmentationPreview.Row;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures in rows, one for each example, and columns, one for each step, with captions. */
final class ContactSheet {
  /** Side of the square that a picture fits into; a smaller picture is enlarged. */
  private static final int CELL = 160;

  private static final int GAP = 8;
  private static final int LINE = 16;
  private static final int FONT_SIZE = 12;

  /** For the names and weights of two classes and the smoothing. */
  private static final int CAPTION_LINES = 3;

  private static final Color INK = new Color(0x20, 0x20, 0x20);

  /** Neither white, black nor the grey that policies fill with. */
  private static final Color PAPER = new Color(0xe6, 0xea, 0xf2);

  private ContactSheet() {}

  /** The sheet as a PNG file. */
  static byte[] png(String title, List<Row> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(drawn(title, rows), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static BufferedImage drawn(String title, List<Row> rows) {
    int columns = rows.stream().mapToInt(row -> row.pictures().size()).max().orElse(1);
    int rowHeight = LINE + CELL + CAPTION_LINES * LINE + GAP;
    int width = GAP + columns * (CELL + GAP);
    int height = GAP + LINE + rows.size() * rowHeight;
    BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = sheet.createGraphics();
    try {
      pen.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      pen.setColor(PAPER);
      pen.fillRect(0, 0, width, height);
      pen.setColor(INK);
      pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, FONT_SIZE));
      write(pen, title, GAP, GAP, width - 2 * GAP);
      pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, FONT_SIZE));
      for (int i = 0; i < rows.size(); i++) {
        draw(pen, rows.get(i), GAP + LINE + i * rowHeight, width);
      }
    } finally {
      pen.dispose();
    }
    return sheet;
  }

  private static void draw(Graphics2D pen, Row row, int top, int width) {
    write(pen, row.title(), GAP, top, width - 2 * GAP);
    int left = GAP;
    for (Picture picture : row.pictures()) {
      BufferedImage image = picture.image().buffered();
      double scale = (double) CELL / Math.max(image.getWidth(), image.getHeight());
      // Enlarged pixels stay visible; reduced ones are averaged.
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION,
          scale > 1
              ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
              : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      int drawnWidth = Math.max((int) Math.round(image.getWidth() * scale), 1);
      int drawnHeight = Math.max((int) Math.round(image.getHeight() * scale), 1);
      pen.drawImage(image, left, top + LINE, drawnWidth, drawnHeight, null);
      int line = top + LINE + CELL;
      for (String words : wrapped(picture.caption(), pen.getFontMetrics())) {
        write(pen, words, left, line, CELL);
        line += LINE;
      }
      left += CELL + GAP;
    }
  }

  /** The words of a caption in lines as wide as a cell; what is too much stays in the last one. */
  private static List<String> wrapped(String caption, FontMetrics metrics) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : caption.split(" ", -1)) {
      boolean isFull = !line.isEmpty() && metrics.stringWidth(line + " " + word) > CELL;
      if (isFull && lines.size() < CAPTION_LINES - 1) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Text below a line, cut to a width. */
  private static void write(Graphics2D pen, String text, int left, int top, int width) {
    FontMetrics metrics = pen.getFontMetrics();
    String shown = text;
    for (int end = text.length() - 1; metrics.stringWidth(shown) > width && end > 0; end--) {
      shown = text.substring(0, end) + "...";
    }
    pen.drawString(shown, left, top + metrics.getAscent());
  }
}
