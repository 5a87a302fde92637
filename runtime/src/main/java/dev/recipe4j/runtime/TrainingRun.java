package dev.recipe4j.runtime;

import dev.recipe4j.runtime.train.EpochResult;
import dev.recipe4j.runtime.train.RunDirectory;
import dev.recipe4j.runtime.train.RunDocument;
import dev.recipe4j.runtime.train.RunException;
import java.nio.file.Path;
import java.util.List;

/**
 * A run as its directory tells it.
 *
 * @param directory of the run
 * @param document what was trained, on what and by what
 * @param history its epochs, at least one, the first one first
 */
public record TrainingRun(Path directory, RunDocument document, List<EpochResult> history) {
  public TrainingRun {
    history = List.copyOf(history);
    if (history.isEmpty()) {
      throw new RunException(directory + " has no finished epoch");
    }
  }

  /**
   * Reads a run directory.
   *
   * @throws RunException if it is not one, is damaged or has no finished epoch
   */
  public static TrainingRun read(Path directory) {
    RunDirectory run = new RunDirectory(directory);
    return new TrainingRun(directory, run.document(), run.history());
  }

  /** The last epoch. */
  public EpochResult last() {
    return history.get(history.size() - 1);
  }

  /** The epoch with the highest accuracy on the validation images, the earliest of equals. */
  public EpochResult best() {
    return EpochResult.best(history);
  }
}
