package dev.recipe4j.runtime.data;

/** Data that cannot be used, with one line for the user. */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DataException(String message) {
    super(message);
  }
}
