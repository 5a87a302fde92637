package dev.recipe4j.runtime.data;

/**
 * Tells a JPEG that is cut short. The decoder of the class library only warns of it and paints the
 * rest grey, so a download that broke off would be trained on.
 *
 * @see "ITU-T T.81, annex B: markers and segments"
 */
final class JpegEnd {
  private static final int MARKER = 0xff;
  private static final int START_OF_IMAGE = 0xd8;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int START_OF_SCAN = 0xda;
  private static final int FIRST_RESTART = 0xd0;
  private static final int LAST_RESTART = 0xd7;

  private final byte[] file;
  private int at = 2;

  private JpegEnd(byte[] file) {
    this.file = file;
  }

  /** Whether the bytes begin as a JPEG and stop before its end. */
  static boolean isLackingIn(byte[] file) {
    JpegEnd jpeg = new JpegEnd(file);
    return file.length >= 2
        && jpeg.value(0) == MARKER
        && jpeg.value(1) == START_OF_IMAGE
        && !jpeg.reachesEnd();
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
