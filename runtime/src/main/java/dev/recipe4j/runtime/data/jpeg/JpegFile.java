package dev.recipe4j.runtime.data.jpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a JPEG before its samples: size, colours and tables.
 *
 * @see "ITU-T T.81, annex B: markers and segments"
 */
public final class JpegFile {
  private static final int MARKER = 0xff;
  private static final int START_OF_IMAGE = 0xd8;
  private static final int START_OF_SCAN = 0xda;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int HUFFMAN_TABLES = 0xc4;
  private static final int ARITHMETIC_TABLES = 0xcc;
  private static final int EXTENSION = 0xc8;
  private static final int QUANTIZATION_TABLES = 0xdb;
  private static final int RESTART_INTERVAL = 0xdd;
  private static final int APPLICATION = 0xe0;
  private static final int EXIF = APPLICATION + 1;
  private static final int ADOBE = APPLICATION + 14;
  private static final int BLOCK = 64;
  private static final int TABLES = 4;
  private static final int LENGTHS = 16;
  private static final int SAMPLE_BITS = 8;

  private final byte[] bytes;
  private final int[][] quantization = new int[TABLES][];
  private final @Nullable HuffmanTable[] means = new HuffmanTable[TABLES];
  private final @Nullable HuffmanTable[] waves = new HuffmanTable[TABLES];
  private final List<Component> components = new ArrayList<>();
  private final List<HuffmanTable> meansOf = new ArrayList<>();
  private final List<HuffmanTable> wavesOf = new ArrayList<>();
  private int at = 2;
  private int height;
  private int width;
  private int restartInterval;
  private int orientation = 1;
  private boolean sequential;
  private boolean jfif;
  private Optional<Integer> adobeTransform = Optional.empty();
  private boolean decodable;

  private JpegFile(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether the bytes begin as a JPEG does. */
  public static boolean isOne(byte[] file) {
    return file.length > 2
        && (file[0] & 0xff) == MARKER
        && (file[1] & 0xff) == START_OF_IMAGE
        && (file[2] & 0xff) == MARKER;
  }

  /**
   * Reads up to the samples.
   *
   * @throws JpegException if there are none, or what stands before them is damaged
   */
  public static JpegFile of(byte[] file) throws JpegException {
    if (!isOne(file)) {
      throw new JpegException("no JPEG");
    }
    JpegFile jpeg = new JpegFile(file);
    jpeg.readSegments();
    return jpeg;
  }

  /** Whether the file stops before the end of its samples. */
  public boolean isCutShort() {
    return JpegEnd.isLackingIn(bytes);
  }

  public int height() {
    return height;
  }

  public int width() {
    return width;
  }

  /** 1 (grey), 3 (colours) or 4 (inks). */
  public int channels() {
    return components.size();
  }

  /** How the camera was held, 1 (upright) to 8, as TIFF numbers it. */
  public int orientation() {
    return orientation;
  }

  /**
   * Whether {@link JpegDecoder} can decode it: sequential, Huffman-coded, 8 bits, all colours
   * together, each stored in full or at half the resolution. Nearly all files are.
   */
  public boolean isDecodable() {
    return decodable;
  }

  byte[] bytes() {
    return bytes;
  }

  List<Component> components() {
    return components;
  }

  int[] quantization(int component) {
    return quantization[components.get(component).quantization()];
  }

  HuffmanTable means(int component) {
    return meansOf.get(component);
  }

  HuffmanTable waves(int component) {
    return wavesOf.get(component);
  }

  int restartInterval() {
    return restartInterval;
  }

  /** Where the samples begin. */
  int scan() {
    return at;
  }

  /** Whether colours are stored as luma and two differences; as libjpeg guesses. */
  boolean isLumaFirst() {
    if (components.size() != 3) {
      return components.size() == 4 && adobeTransform.equals(Optional.of(2));
    }
    if (jfif) {
      return true;
    }
    return adobeTransform
        .map(transform -> transform != 0)
        .orElseGet(
            () ->
                !(components.get(0).id() == 'R'
                    && components.get(1).id() == 'G'
                    && components.get(2).id() == 'B'));
  }

  private void readSegments() throws JpegException {
    while (true) {
      int code = marker();
      if (code == END_OF_IMAGE) {
        throw new JpegException("damaged: it ends before its samples");
      }
      int end = at + length();
      at += 2;
      read(code, end);
      at = end;
      if (code == START_OF_SCAN) {
        return;
      }
    }
  }

  private int marker() throws JpegException {
    // Like libjpeg, pass over bytes that do not belong there.
    while (at + 1 < bytes.length) {
      int code = bytes[at + 1] & 0xff;
      if ((bytes[at] & 0xff) == MARKER && code != 0 && code != MARKER) {
        at += 2;
        return code;
      }
      at++;
    }
    throw cutShort();
  }

  private int length() throws JpegException {
    if (at + 2 > bytes.length) {
      throw cutShort();
    }
    int length = shortAt(at);
    if (length < 2) {
      throw new JpegException("damaged: a segment of %d bytes".formatted(length));
    }
    if (at + length > bytes.length) {
      throw cutShort();
    }
    return length;
  }

  private static JpegException cutShort() {
    return new JpegException("cut short");
  }

  private void read(int code, int end) throws JpegException {
    switch (code) {
      case HUFFMAN_TABLES -> readHuffman(end);
      case QUANTIZATION_TABLES -> readQuantization(end);
      case RESTART_INTERVAL -> restartInterval = shortAt(require(end, 2));
      case APPLICATION -> jfif |= startsWith("JFIF\0", end);
      case EXIF -> readExif(end);
      case ADOBE -> readAdobe(end);
      case START_OF_SCAN -> readScan(end);
      default -> {
        if (code >= 0xc0 && code <= 0xcf && code != EXTENSION && code != ARITHMETIC_TABLES) {
          readFrame(code, end);
        }
      }
    }
  }

  /** The place of so many bytes, which are taken. */
  private int require(int end, int count) throws JpegException {
    if (at + count > end) {
      throw new JpegException("damaged: a segment that is too short");
    }
    int place = at;
    at += count;
    return place;
  }

  private int shortAt(int place) {
    return (bytes[place] & 0xff) << 8 | (bytes[place + 1] & 0xff);
  }

  private int next(int end) throws JpegException {
    return bytes[require(end, 1)] & 0xff;
  }

  private boolean startsWith(String name, int end) {
    for (int i = 0; i < name.length(); i++) {
      if (at + i >= end || bytes[at + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void readExif(int end) {
    if (startsWith("Exif\0\0", end)) {
      orientation = ExifOrientation.in(bytes, at + 6, end);
    }
  }

  private void readAdobe(int end) {
    if (startsWith("Adobe", end) && at + 12 <= end) {
      adobeTransform = Optional.of(bytes[at + 11] & 0xff);
    }
  }

  private void readQuantization(int end) throws JpegException {
    while (at < end) {
      int head = next(end);
      int[] table = new int[BLOCK];
      for (int i = 0; i < BLOCK; i++) {
        table[i] = head >> 4 == 0 ? next(end) : shortAt(require(end, 2));
      }
      quantization[tableNumber(head & 0xf)] = table;
    }
  }

  private void readHuffman(int end) throws JpegException {
    while (at < end) {
      int head = next(end);
      int[] counts = new int[LENGTHS + 1];
      int sum = 0;
      for (int length = 1; length <= LENGTHS; length++) {
        counts[length] = next(end);
        sum += counts[length];
      }
      int[] values = new int[sum];
      for (int i = 0; i < sum; i++) {
        values[i] = next(end);
      }
      HuffmanTable table = new HuffmanTable(counts, values);
      (head >> 4 == 0 ? means : waves)[tableNumber(head & 0xf)] = table;
    }
  }

  private static int tableNumber(int number) throws JpegException {
    if (number >= TABLES) {
      throw new JpegException("damaged: table number %d".formatted(number));
    }
    return number;
  }

  private void readFrame(int code, int end) throws JpegException {
    if (!components.isEmpty()) {
      throw new JpegException("damaged: two headers");
    }
    int bits = next(end);
    height = shortAt(require(end, 2));
    width = shortAt(require(end, 2));
    int count = next(end);
    if (height == 0 || width == 0 || count == 0) {
      throw new JpegException("it is %dx%d with %d colours".formatted(width, height, count));
    }
    for (int i = 0; i < count; i++) {
      int id = next(end);
      int factors = next(end);
      int table = tableNumber(next(end));
      components.add(new Component(id, factors >> 4, factors & 0xf, table));
    }
    // 0: baseline, 1: extended; the others are progressive, lossless or arithmetically coded.
    sequential = code <= 0xc1 && bits == SAMPLE_BITS;
  }

  private void readScan(int end) throws JpegException {
    if (components.isEmpty()) {
      throw new JpegException("damaged: samples without a header");
    }
    int count = next(end);
    decodable = sequential && count == components.size() && Sampling.isKnown(components);
    if (!decodable) {
      return;
    }
    for (Component component : components) {
      int id = next(end);
      int tables = next(end);
      HuffmanTable mean = means[tableNumber(tables >> 4)];
      HuffmanTable wave = waves[tableNumber(tables & 0xf)];
      if (id != component.id()
          || mean == null
          || wave == null
          || quantization[component.quantization()] == null) {
        throw new JpegException("damaged: samples without their tables");
      }
      meansOf.add(mean);
      wavesOf.add(wave);
    }
  }
}
