package dev.recipe4j.runtime.data;

/** The data cannot be used as it is: one line that says what is wrong, where, and the remedy. */
public class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DataException(String message) {
    super(message);
  }

  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
