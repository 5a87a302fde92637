package dev.recipe4j.runtime.data.jpeg;

/**
 * The one tag of EXIF that changes how an image looks.
 *
 * @see "TIFF 6.0, section 2 (structure), tag 274 (Orientation)"
 */
final class ExifOrientation {
  private static final int UPRIGHT = 1;
  private static final int LARGEST = 8;
  private static final int TAG = 274;
  private static final int ENTRY = 12;
  private static final int LITTLE_ENDIAN = 'I' << 8 | 'I';
  private static final int BIG_ENDIAN = 'M' << 8 | 'M';

  private final byte[] bytes;
  private final int start;
  private final int end;
  private final boolean little;

  private ExifOrientation(byte[] bytes, int start, int end, boolean little) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.little = little;
  }

  /** 1 to 8; 1 also where the tag is missing or makes no sense, as viewers do. */
  static int in(byte[] bytes, int start, int end) {
    if (end - start < 8) {
      return UPRIGHT;
    }
    int order = (bytes[start] & 0xff) << 8 | (bytes[start + 1] & 0xff);
    if (order != LITTLE_ENDIAN && order != BIG_ENDIAN) {
      return UPRIGHT;
    }
    int found = new ExifOrientation(bytes, start, end, order == LITTLE_ENDIAN).read();
    return found >= UPRIGHT && found <= LARGEST ? found : UPRIGHT;
  }

  private int read() {
    long directory = number(4, 4);
    if (directory < 0 || directory + 2 > end - start) {
      return UPRIGHT;
    }
    int entries = (int) number((int) directory, 2);
    long at = directory + 2;
    for (int i = 0; i < entries && at + ENTRY <= end - start; i++, at += ENTRY) {
      if (number((int) at, 2) == TAG) {
        return (int) number((int) at + 8, 2);
      }
    }
    return UPRIGHT;
  }

  private long number(int at, int size) {
    long value = 0;
    for (int i = 0; i < size; i++) {
      long next = bytes[start + at + i] & 0xff;
      value = little ? value | next << (8 * i) : value << 8 | next;
    }
    return value;
  }
}
