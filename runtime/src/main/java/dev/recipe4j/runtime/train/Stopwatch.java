package dev.recipe4j.runtime.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code times.csv}: where the time of each epoch went. A resumed run goes on with the table of the
 * stopped one.
 */
final class Stopwatch implements TrainingListener {
  static final String FILE = "times.csv";
  private static final String HEADER = "epoch,computing,waiting,evaluation,storing";

  private final Path file;
  private final List<EpochTimes> rows = new ArrayList<>();
  private long epochBegan;
  private long updated;
  private double waitingShare;

  Stopwatch(Path file) {
    this.file = file;
  }

  @Override
  public void started(RunStart start) {
    if (start.finishedEpochs() > 0) {
      rows.addAll(read(file));
      rows.removeIf(row -> row.epoch() > start.finishedEpochs());
    }
    epochBegan = System.nanoTime();
    updated = epochBegan;
  }

  @Override
  public void updated(
      int epoch, long update, double learningRate, double loss, double imagesPerSecond) {
    updated = System.nanoTime();
  }

  @Override
  public void waited(double share) {
    waitingShare = share;
  }

  @Override
  public void epochEnded(EpochResult row) {
    long now = System.nanoTime();
    double training = (updated - epochBegan) / 1e9;
    double waiting = waitingShare * training;
    double evaluation = Math.max(0, row.seconds() - training);
    double storing = Math.max(0, (now - epochBegan) / 1e9 - training - evaluation);
    rows.add(new EpochTimes(row.epoch(), training - waiting, waiting, evaluation, storing));
    write();
    epochBegan = now;
    updated = now;
    waitingShare = 0;
  }

  private void write() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (EpochTimes row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "%d,%.3f,%.3f,%.3f,%.3f\n",
              row.epoch(),
              row.computing(),
              row.waiting(),
              row.evaluation(),
              row.storing()));
    }
    AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads the rows; none if there is no file.
   *
   * @throws RunException if the file cannot be read or is not such a table
   */
  static List<EpochTimes> read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new RunException("cannot read %s: %s".formatted(file, AtomicFile.reason(e)), e);
    }
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new RunException(file + " has other columns than this version writes");
    }
    List<EpochTimes> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      try {
        rows.add(row(lines.get(i).split(",", -1)));
      } catch (IllegalArgumentException e) {
        throw new RunException("%s, line %d: not a row of times".formatted(file, i + 1), e);
      }
    }
    return rows;
  }

  private static EpochTimes row(String[] cells) {
    if (cells.length != 5) {
      throw new IllegalArgumentException(cells.length + " columns");
    }
    return new EpochTimes(
        Integer.parseInt(cells[0]),
        Double.parseDouble(cells[1]),
        Double.parseDouble(cells[2]),
        Double.parseDouble(cells[3]),
        Double.parseDouble(cells[4]));
  }
}
