package dev.recipe4j.runtime.train;

import java.nio.file.Path;

/**
 * A run was asked to stop and did so, after its state was stored: it can be resumed as if it had
 * never been stopped.
 */
public final class RunStoppedException extends RunException {
  /** What its message begins with. */
  static final String ON_REQUEST = "stopped on request";

  private static final long serialVersionUID = 1;

  private final transient Path directory;

  RunStoppedException(Path directory, String position, long updates) {
    super("%s after step %d (%s)".formatted(ON_REQUEST, updates, position));
    this.directory = directory;
  }

  /** Of the run, to go on with. */
  public Path directory() {
    return directory;
  }
}
