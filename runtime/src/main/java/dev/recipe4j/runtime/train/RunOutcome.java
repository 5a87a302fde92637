package dev.recipe4j.runtime.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a run came to its end, as its directory tells it.
 *
 * @param kind how
 * @param reason in words
 */
public record RunOutcome(Kind kind, String reason) {
  /** A line of the log that has a time; a message may have more lines. */
  private static final Pattern EVENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+ (.*)");

  /** Ways in which runs end. */
  public enum Kind {
    /** Every epoch was trained. */
    FINISHED,
    /** {@code @EarlyStopping} ended it. */
    ENDED_EARLY,
    /** An error ended it. */
    FAILED,
    /** It was stopped, or is running. */
    UNFINISHED
  }

  /** Whether nothing is left to train. */
  public boolean isComplete() {
    return kind == Kind.FINISHED || kind == Kind.ENDED_EARLY;
  }

  /**
   * The outcome of a run.
   *
   * @throws RunException if the directory is not one of a run or is damaged
   */
  public static RunOutcome of(RunDirectory directory) {
    RunDocument document = directory.document();
    List<EpochResult> history = directory.history();
    int epochs = document.recipe().recipe().epochs();
    int finished = history.isEmpty() ? 0 : history.get(history.size() - 1).epoch();
    if (finished >= epochs) {
      return new RunOutcome(Kind.FINISHED, "finished %d of %d epochs".formatted(finished, epochs));
    }
    Optional<String> early = EarlyEnd.reason(document.recipe(), history);
    if (early.isPresent()) {
      return new RunOutcome(Kind.ENDED_EARLY, early.get());
    }
    String after = "after %d of %d epochs".formatted(finished, epochs);
    return failure(directory.log())
        .map(reason -> new RunOutcome(Kind.FAILED, "failed %s: %s".formatted(after, reason)))
        .orElseGet(() -> new RunOutcome(Kind.UNFINISHED, "stopped or still running " + after));
  }

  /** What the last event of the log says, if it is a failure: a stop on request is none. */
  private static Optional<String> failure(Path log) {
    List<String> lines = lines(log);
    for (int i = lines.size() - 1; i >= 0; i--) {
      Matcher event = EVENT.matcher(lines.get(i));
      if (event.matches()) {
        return Optional.of(event.group(1))
            .filter(message -> message.startsWith(RunLog.STOPPED))
            .map(message -> message.substring(RunLog.STOPPED.length()))
            .filter(reason -> !reason.startsWith(RunStoppedException.ON_REQUEST));
      }
    }
    return Optional.empty();
  }

  static List<String> lines(Path log) {
    try {
      return Files.readAllLines(log);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new RunException("cannot read %s: %s".formatted(log, AtomicFile.reason(e)), e);
    }
  }
}
