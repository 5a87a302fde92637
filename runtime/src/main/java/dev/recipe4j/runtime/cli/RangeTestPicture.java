package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.preflight.RangeTestCurve;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;

/** The loss over the logarithm of the learning rate, with what is suggested. */
final class RangeTestPicture {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 500;
  private static final int LEFT = 70;
  private static final int RIGHT = 20;
  private static final int TOP = 50;
  private static final int BOTTOM = 60;
  private static final int FONT_SIZE = 14;

  /** Lines across, at least. */
  private static final int LINES = 4;

  /** What of the explosion is shown, as a multiple of the first loss. */
  private static final double SHOWN = 1.5;

  private static final Color PAPER = Color.WHITE;
  private static final Color INK = new Color(0x22, 0x22, 0x22);
  private static final Color GRID = new Color(0xdd, 0xdd, 0xdd);
  private static final Color RAW = new Color(0xa8, 0xc4, 0xe0);
  private static final Color SMOOTHED = new Color(0x1f, 0x5f, 0xa8);
  private static final Color SUGGESTED = new Color(0xc0, 0x39, 0x2b);
  private static final Color VALLEY = new Color(0xd6, 0x8a, 0x10);
  private static final Color STEEPEST = new Color(0x2e, 0x7d, 0x32);

  private final RangeTestCurve curve;
  private final Graphics2D pen;
  private final double lowest;
  private final double highest;
  private final double least;
  private final double most;

  private RangeTestPicture(RangeTestCurve curve, Graphics2D pen) {
    this.curve = curve;
    this.pen = pen;
    this.lowest = Math.log10(curve.rates().get(0));
    this.highest = Math.log10(curve.rates().get(curve.rates().size() - 1));
    double first = curve.losses().get(0);
    this.least =
        curve.losses().stream()
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .min()
            .orElse(0);
    this.most = SHOWN * first;
  }

  /** The picture as a PNG file. */
  static byte[] png(String id, RangeTestCurve curve) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    try {
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      pen.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      pen.setColor(PAPER);
      pen.fillRect(0, 0, WIDTH, HEIGHT);
      pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, FONT_SIZE));
      new RangeTestPicture(curve, pen).draw(id);
    } finally {
      pen.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private void draw(String id) {
    drawGrid();
    pen.setClip(LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
    drawLine(curve.losses(), RAW, 1);
    drawLine(curve.smoothed(), SMOOTHED, 2.5f);
    pen.setClip(null);
    pen.setColor(INK);
    pen.drawString(id + ": loss while the learning rate grows", LEFT, TOP - 28);
    int right = drawKey("loss of a batch", RAW, LEFT);
    right = drawKey("smoothed", SMOOTHED, right);
    right = mark("suggested", curve.suggestion(), SUGGESTED, right);
    right = mark("falls fastest", curve.steepest(), STEEPEST, right);
    mark("middle of the fall", curve.valley(), VALLEY, right);
  }

  private void drawGrid() {
    FontMetrics metrics = pen.getFontMetrics();
    for (int power = (int) Math.ceil(lowest - 1e-9); power <= highest; power++) {
      int x = (int) Math.round(x(Math.pow(10, power)));
      pen.setColor(GRID);
      pen.drawLine(x, TOP, x, HEIGHT - BOTTOM);
      pen.setColor(INK);
      String label = "1e" + power;
      pen.drawString(
          label, x - metrics.stringWidth(label) / 2, HEIGHT - BOTTOM + metrics.getHeight());
    }
    double step = step();
    for (double loss = Math.ceil(least / step) * step; loss <= most; loss += step) {
      int y = (int) Math.round(y(loss));
      pen.setColor(GRID);
      pen.drawLine(LEFT, y, WIDTH - RIGHT, y);
      pen.setColor(INK);
      String label = String.format(Locale.ROOT, "%.3g", loss);
      pen.drawString(label, LEFT - 8 - metrics.stringWidth(label), y + metrics.getAscent() / 2 - 2);
    }
    pen.drawString("learning rate", WIDTH / 2 - 40, HEIGHT - 14);
    pen.drawString("loss", 12, TOP - 10);
  }

  /** A round distance of the lines across: 1, 2 or 5 times a power of 10. */
  private double step() {
    double wanted = (most - least) / LINES;
    double power = Math.pow(10, Math.floor(Math.log10(wanted)));
    for (double factor : new double[] {5, 2}) {
      if (factor * power <= wanted) {
        return factor * power;
      }
    }
    return power;
  }

  private void drawLine(List<Double> losses, Color colour, float width) {
    Path2D line = new Path2D.Double();
    for (int i = 0; i < losses.size(); i++) {
      double loss = losses.get(i);
      if (Double.isFinite(loss)) {
        double x = x(curve.rates().get(i));
        if (line.getCurrentPoint() == null) {
          line.moveTo(x, y(loss));
        } else {
          line.lineTo(x, y(loss));
        }
      }
    }
    pen.setColor(colour);
    pen.setStroke(new BasicStroke(width));
    pen.draw(line);
  }

  /** Marks a learning rate on the smoothed curve; returns where the next key stands. */
  private int mark(String what, OptionalDouble rate, Color colour, int left) {
    if (rate.isEmpty()) {
      return left;
    }
    int next = 0;
    while (curve.rates().get(next) < rate.getAsDouble()) {
      next++;
    }
    double loss = curve.smoothed().get(next);
    pen.setColor(colour);
    pen.fill(new Ellipse2D.Double(x(rate.getAsDouble()) - 6, y(loss) - 6, 12, 12));
    return drawKey(String.format(Locale.ROOT, "%s: %.2g", what, rate.getAsDouble()), colour, left);
  }

  private int drawKey(String words, Color colour, int left) {
    pen.setColor(colour);
    pen.fillRect(left, TOP - 18, 12, 12);
    pen.setColor(INK);
    pen.drawString(words, left + 18, TOP - 7);
    return left + 18 + pen.getFontMetrics().stringWidth(words) + 24;
  }

  private double x(double rate) {
    double share = (Math.log10(rate) - lowest) / Math.max(highest - lowest, 1e-9);
    return LEFT + share * (WIDTH - LEFT - RIGHT);
  }

  private double y(double loss) {
    double share = (loss - least) / Math.max(most - least, 1e-9);
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  }
}
