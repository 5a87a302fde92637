package dev.recipe4j.runtime.engine;

/** What an engine cannot do here, with the remedy. */
public class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** An error that its message explains. */
  public EngineException(String message) {
    super(message);
  }
}
