package dev.recipe4j.runtime.data.jpeg;

/**
 * Tells a JPEG that is cut short. Its rows down to the end can be decoded, so a download that broke
 * off could be trained on.
 *
 * @see "ITU-T T.81, annex B: markers and segments"
 */
final class JpegEnd {
  private static final int MARKER = 0xff;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int START_OF_SCAN = 0xda;
  private static final int FIRST_RESTART = 0xd0;
  private static final int LAST_RESTART = 0xd7;

  private final byte[] file;
  private int at;

  private JpegEnd(byte[] file, int at) {
    this.file = file;
    this.at = at;
  }

  /** Whether the end is missing behind a place among the samples. */
  static boolean isLackingFrom(byte[] file, int place) {
    JpegEnd jpeg = new JpegEnd(file, place);
    jpeg.skipSamples();
    return !jpeg.reachesEnd();
  }

  /** Whether the end is missing behind the start of a file. */
  static boolean isLackingIn(byte[] file) {
    return !new JpegEnd(file, 2).reachesEnd();
  }

  /** Walks from segment to segment: an end within one is that of an embedded preview. */
  private boolean reachesEnd() {
    while (at + 1 < file.length) {
      int code = value(at + 1);
      if (value(at) != MARKER || code == MARKER) {
        at++;
      } else if (code == END_OF_IMAGE) {
        return true;
      } else {
        at += 2;
        skip(code);
      }
    }
    return false;
  }

  private void skip(int code) {
    boolean isAlone = code <= 1 || (code >= FIRST_RESTART && code <= LAST_RESTART);
    if (isAlone || at + 1 >= file.length) {
      return;
    }
    at += value(at) << Byte.SIZE | value(at + 1);
    if (code == START_OF_SCAN) {
      skipSamples();
    }
  }

  /** Up to the next marker; in coded samples the byte 0xff is followed by 0. */
  private void skipSamples() {
    while (at + 1 < file.length) {
      int next = value(at + 1);
      boolean isRestart = next >= FIRST_RESTART && next <= LAST_RESTART;
      if (value(at) == MARKER && next != 0 && next != MARKER && !isRestart) {
        return;
      }
      at++;
    }
  }

  private int value(int index) {
    return file[index] & 0xff;
  }
}
