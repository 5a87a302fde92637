package dev.recipe4j.runtime.weights;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Weights that cannot be found, read or used; the message is one line for the user. */
public final class WeightsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private static final int MOST_SHOWN = 120;

  public WeightsException(String message) {
    super(message);
  }

  public WeightsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** A file that breaks its format. */
  static WeightsException damaged(Path file, String how) {
    return damaged(file, how, null);
  }

  /** A file that breaks its format. */
  static WeightsException damaged(Path file, String how, @Nullable Throwable cause) {
    return new WeightsException("%s is damaged: %s; get it again".formatted(file, how), cause);
  }

  /** Text from a file as it may be shown: of bounded length and without control characters. */
  static String shown(String text) {
    String cut = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "..." : text;
    return cut.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
  }
}
