package dev.recipe4j.runtime.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Images that the class library decodes: PNG, BMP, GIF, and JPEG of rare forms. */
final class OtherImages {
  /** What files begin with. */
  private static final List<String> BEGINNINGS = List.of("\u00ff\u00d8", "\u0089PNG", "BM", "GIF8");

  private OtherImages() {}

  /**
   * The image, or the first of several.
   *
   * @throws IOException if it is damaged, too large or in another form
   */
  static Image read(byte[] file) throws IOException {
    String beginning = new String(file, 0, Math.min(file.length, 4), StandardCharsets.ISO_8859_1);
    if (BEGINNINGS.stream().noneMatch(beginning::startsWith)) {
      throw new IOException("neither JPEG, PNG, BMP nor GIF");
    }
    // Not ImageIO.read(InputStream): that writes a temporary file for every image.
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("neither JPEG, PNG, BMP nor GIF");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        ImageDecoder.requireMemory(reader.getHeight(0), reader.getWidth(0));
        return ImageDecoder.convert(reader.read(0));
      } finally {
        reader.dispose();
      }
    } catch (RuntimeException e) {
      // The readers of the class library answer some damaged files with unchecked exceptions.
      throw new IOException("damaged: " + e, e);
    }
  }
}
