package dev.recipe4j.runtime.train;

import org.jspecify.annotations.Nullable;

/** A run that cannot start, go on or be read; the message is one line for the user. */
public class RunException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public RunException(String message) {
    super(message);
  }

  public RunException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
