package dev.recipe4j.runtime.data.jpeg;

import java.io.IOException;

/** The bytes are no JPEG, or a damaged one: says what is wrong in a few words. */
public final class JpegException extends IOException {
  private static final long serialVersionUID = 1L;

  JpegException(String message) {
    super(message);
  }
}
