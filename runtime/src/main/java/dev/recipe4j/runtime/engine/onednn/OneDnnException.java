package dev.recipe4j.runtime.engine.onednn;

/** A call that oneDNN refused. */
public final class OneDnnException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OneDnnException(String message) {
    super(message);
  }
}
