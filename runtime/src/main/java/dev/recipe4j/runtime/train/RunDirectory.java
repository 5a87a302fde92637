package dev.recipe4j.runtime.train;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory of a run: {@code recipe.json}, {@code history.csv}, {@code times.csv}, {@code
 * evaluation.json}, {@code checkpoints/} and {@code log.txt}. Every file is written whole or not at
 * all.
 *
 * @param path where it is
 */
public record RunDirectory(Path path) {
  static final String DOCUMENT = "recipe.json";
  private static final String CHECKPOINTS = "checkpoints";

  /**
   * Makes an empty run directory.
   *
   * @throws RunException if the path is in use or cannot be written
   */
  static RunDirectory create(Path path) {
    try {
      Files.createDirectories(path);
      try (Stream<Path> files = Files.list(path)) {
        if (files.findAny().isPresent()) {
          throw new RunException(
              path + " is not empty: name another output directory, or go on with --resume");
        }
      }
      Files.createDirectory(path.resolve(CHECKPOINTS));
    } catch (FileAlreadyExistsException | NotDirectoryException e) {
      throw new RunException(path + " is a file: name another output directory", e);
    } catch (IOException e) {
      throw new RunException(
          "cannot make the output directory %s (%s): name another"
              .formatted(path, AtomicFile.reason(e)),
          e);
    }
    return new RunDirectory(path);
  }

  /** What was trained, on what and by what. */
  public RunDocument document() {
    return RunDocument.read(path.resolve(DOCUMENT));
  }

  /** The epochs so far, the first one first. */
  public List<EpochResult> history() {
    return History.read(path.resolve(History.FILE));
  }

  /**
   * The checkpoint that did best on the validation images.
   *
   * @throws RunException if there is none or it is damaged
   */
  public Checkpoint best() {
    return CheckpointFile.read(checkpoints().best());
  }

  /**
   * The checkpoint of the newest epoch that was stored; of a finished run it is the last.
   *
   * @throws RunException if there is none or it is damaged
   */
  public Checkpoint last() {
    return checkpoints().last();
  }

  /** What the best epoch achieves, class by class; empty until training has ended. */
  public Optional<EvaluationDocument> evaluation() {
    return EvaluationDocument.read(path.resolve(EvaluationDocument.FILE));
  }

  /** Where the time of each epoch went; may lack epochs. */
  public List<EpochTimes> times() {
    return Stopwatch.read(timesFile());
  }

  /** What happened, line by line; nothing if there is no log. */
  public List<String> logLines() {
    return RunOutcome.lines(log());
  }

  /** Writes what the best epoch achieves. */
  public void write(EvaluationDocument document) {
    document.write(path.resolve(EvaluationDocument.FILE));
  }

  void write(RunDocument document) {
    document.write(path.resolve(DOCUMENT));
  }

  void write(List<Integer> topK, List<EpochResult> history) {
    History.write(path.resolve(History.FILE), topK, history);
  }

  Path timesFile() {
    return path.resolve(Stopwatch.FILE);
  }

  Path log() {
    return path.resolve("log.txt");
  }

  CheckpointStore checkpoints() {
    return new CheckpointStore(path.resolve(CHECKPOINTS));
  }
}
