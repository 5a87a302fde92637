package dev.recipe4j.runtime.report;

import dev.recipe4j.runtime.train.EpochResult;
import dev.recipe4j.runtime.train.EpochTimes;
import dev.recipe4j.runtime.train.RunDirectory;
import dev.recipe4j.runtime.train.RunDocument;
import dev.recipe4j.runtime.train.RunOutcome;
import dev.recipe4j.schedule.LearningRateCurve;
import java.util.List;
import java.util.Optional;

/**
 * What the plain files of a run say: of one that is finished, stopped or failed.
 *
 * @param name of its directory
 * @param document what was trained
 * @param outcome how it ended
 * @param history its epochs, the first one first; none if none was finished
 * @param times where their time went; may lack epochs
 */
public record RunRecord(
    String name,
    RunDocument document,
    RunOutcome outcome,
    List<EpochResult> history,
    List<EpochTimes> times) {
  public RunRecord {
    history = List.copyOf(history);
    times = List.copyOf(times);
  }

  /**
   * Reads a run directory.
   *
   * @throws dev.recipe4j.runtime.train.RunException if it is not one or is damaged
   */
  public static RunRecord read(RunDirectory directory) {
    return new RunRecord(
        directory.path().normalize().toString(),
        directory.document(),
        RunOutcome.of(directory),
        directory.history(),
        directory.times());
  }

  /** The best epoch, if one was finished. */
  public Optional<EpochResult> best() {
    return history.isEmpty() ? Optional.empty() : Optional.of(EpochResult.best(history));
  }

  Optional<EpochResult> last() {
    return history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1));
  }

  String id() {
    return document.recipe().recipe().id();
  }

  /** The learning rate that is planned. */
  LearningRateCurve curve() {
    return document.recipe().curve(document.trainExamples());
  }

  /** Wall time of its epochs, in seconds. */
  double seconds() {
    return history.stream().mapToDouble(EpochResult::seconds).sum();
  }

  /** Training images a second: the median of the epochs; NaN without one. */
  double imagesPerSecond() {
    double[] speeds = history.stream().mapToDouble(EpochResult::imagesPerSecond).sorted().toArray();
    return speeds.length == 0 ? Double.NaN : speeds[speeds.length / 2];
  }
}
