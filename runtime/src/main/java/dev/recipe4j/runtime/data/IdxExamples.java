package dev.recipe4j.runtime.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** One part of a data set of IDX files: a file of images and a file of their labels. */
final class IdxExamples implements Examples {
  // Two zero bytes, the type 8 (unsigned byte), the number of dimensions.
  private static final int LABELS_MAGIC = 0x0801;
  private static final int IMAGES_MAGIC = 0x0803;

  /** More than any image of this format; keeps a damaged header from asking for all memory. */
  private static final int LARGEST_SIDE = 1 << 14;

  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int BUFFER = 1 << 16;

  private final String part;
  private final List<Image> images;
  private final byte[] labels;

  private IdxExamples(String part, List<Image> images, byte[] labels) {
    this.part = part;
    this.images = images;
    this.labels = labels;
  }

  static String imagesOf(String part) {
    return part + "-images-idx3-ubyte";
  }

  static String labelsOf(String part) {
    return part + "-labels-idx1-ubyte";
  }

  /** Reads and checks both files. */
  static IdxExamples read(String place, String part, IdxFiles.Source source) {
    String imagesName = imagesOf(part);
    String labelsName = labelsOf(part);
    List<Image> images = read(place, imagesName, source, IdxExamples::images);
    byte[] labels = read(place, labelsName, source, IdxExamples::labels);
    if (images.size() != labels.length) {
      throw new DataException(
          "%s: %s has %d images but %s has %d labels; put two files of one data set there"
              .formatted(place, imagesName, images.size(), labelsName, labels.length));
    }
    return new IdxExamples(part, images, labels);
  }

  private interface Content<T> {
    T read(InputStream in) throws IOException;
  }

  private static <T> T read(String place, String name, IdxFiles.Source source, Content<T> content) {
    try (InputStream raw = source.open(name)) {
      if (raw == null) {
        throw new DataException(
            "%s lacks %s[.gz]; put all four files of the data set there".formatted(place, name));
      }
      InputStream in = new BufferedInputStream(uncompressed(raw), BUFFER);
      T value = content.read(in);
      if (in.read() >= 0) {
        throw new DataException(
            "%s: %s is longer than its header says; get the file again".formatted(place, name));
      }
      return value;
    } catch (MalformedException e) {
      throw new DataException("%s: %s %s".formatted(place, name, e.getMessage()), e);
    } catch (EOFException e) {
      throw new DataException("%s: %s is cut short; get the file again".formatted(place, name), e);
    } catch (ZipException e) {
      throw new DataException(
          "%s: %s is damaged (%s); get the file again".formatted(place, name, e.getMessage()), e);
    } catch (IOException e) {
      throw new DataException("%s: cannot read %s (%s)".formatted(place, name, e), e);
    }
  }

  /** By content, not by name: browsers unpack a download and leave the name as it was. */
  private static InputStream uncompressed(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
    in.mark(2);
    int first = in.read();
    int second = in.read();
    in.reset();
    return (first << 8 | second) == GZIP_MAGIC ? new GZIPInputStream(in, BUFFER) : in;
  }

  private static List<Image> images(InputStream in) throws IOException {
    requireMagic(in, IMAGES_MAGIC, "images");
    int count = count(in, "images");
    int height = side(in, "rows");
    int width = side(in, "columns");
    // Grows as images arrive: a wrong count in the header must end as "cut short", not out of
    // memory.
    List<Image> images = new ArrayList<>(Math.min(count, BUFFER));
    for (int i = 0; i < count; i++) {
      images.add(new Image(height, width, 1, exactly(in, height * width)));
    }
    return images;
  }

  private static byte[] labels(InputStream in) throws IOException {
    requireMagic(in, LABELS_MAGIC, "labels");
    return exactly(in, count(in, "labels"));
  }

  private static void requireMagic(InputStream in, int wanted, String what) throws IOException {
    int magic = integer(in);
    if (magic == wanted) {
      return;
    }
    String found =
        switch (magic) {
          case IMAGES_MAGIC -> "a file of images, where one of labels belongs";
          case LABELS_MAGIC -> "a file of labels, where one of images belongs";
          default ->
              "no IDX file of %s: it starts with 0x%08x instead of 0x%08x"
                  .formatted(what, magic, wanted);
        };
    throw new MalformedException("is " + found + "; get the file again");
  }

  private static int count(InputStream in, String what) throws IOException {
    int count = integer(in);
    if (count < 1) {
      throw new MalformedException(
          "says that it has %d %s; put a data set there that has some"
              .formatted(Integer.toUnsignedLong(count), what));
    }
    return count;
  }

  private static int side(InputStream in, String what) throws IOException {
    int side = integer(in);
    if (side < 1 || side > LARGEST_SIDE) {
      throw new MalformedException(
          "says that its images have %d %s; get the file again"
              .formatted(Integer.toUnsignedLong(side), what));
    }
    return side;
  }

  private static int integer(InputStream in) throws IOException {
    byte[] b = exactly(in, Integer.BYTES);
    return (b[0] & 0xff) << 24 | (b[1] & 0xff) << 16 | (b[2] & 0xff) << 8 | (b[3] & 0xff);
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  /** The file can be read but is not what it should be. */
  private static final class MalformedException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
      super(message);
    }
  }

  int height() {
    return images.get(0).height();
  }

  int width() {
    return images.get(0).width();
  }

  /** Adds what the two files hold, whether they are compressed or not. */
  void addTo(DataDigest digest) {
    digest.add("%s %d x %d x %d".formatted(part, size(), height(), width()));
    images.forEach(image -> digest.add(image.pixels()));
    digest.add(labels);
  }

  int largestLabel() {
    int largest = 0;
    for (byte label : labels) {
      largest = Math.max(largest, label & 0xff);
    }
    return largest;
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public int label(int index) {
    return labels[index] & 0xff;
  }

  @Override
  public Image image(int index) {
    return images.get(index);
  }

  @Override
  public String name(int index) {
    return "image %d of %s".formatted(index, imagesOf(part));
  }
}
