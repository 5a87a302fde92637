package dev.recipe4j.runtime.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** {@code history.csv}: one line for each epoch, decimals in full precision, empty if absent. */
final class History {
  static final String FILE = "history.csv";

  private static final String HEADER =
      "epoch,step,learning_rate,train_loss,train_top1,clean_train_top1,test_loss,test_top1,"
          + "test_top5,seconds,images_per_second";
  private static final int COLUMNS = 11;

  private History() {}

  static void write(Path file, List<EpochResult> rows) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (EpochResult row : rows) {
      text.append(line(row)).append('\n');
    }
    AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String line(EpochResult row) {
    return String.join(
        ",",
        Integer.toString(row.epoch()),
        Long.toString(row.step()),
        Double.toString(row.learningRate()),
        Double.toString(row.trainLoss()),
        text(row.trainTop1()),
        text(row.cleanTrainTop1()),
        text(row.testLoss()),
        text(row.testTop1()),
        text(row.testTop5()),
        "%.3f".formatted(row.seconds()),
        "%.1f".formatted(row.imagesPerSecond()));
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }

  /**
   * Reads the rows.
   *
   * @throws RunException if the file cannot be read or is not such a table
   */
  static List<EpochResult> read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new RunException("cannot read " + file, e);
    }
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new RunException(file + " has other columns than this version writes");
    }
    List<EpochResult> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      try {
        rows.add(row(lines.get(i)));
      } catch (IllegalArgumentException e) {
        throw new RunException("%s, line %d: not a row of a history".formatted(file, i + 1), e);
      }
    }
    return rows;
  }

  private static EpochResult row(String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException(cells.length + " columns");
    }
    return new EpochResult(
        Integer.parseInt(cells[0]),
        Long.parseLong(cells[1]),
        Double.parseDouble(cells[2]),
        Double.parseDouble(cells[3]),
        number(cells[4]),
        number(cells[5]),
        number(cells[6]),
        number(cells[7]),
        number(cells[8]),
        Double.parseDouble(cells[9]),
        Double.parseDouble(cells[10]));
  }

  private static OptionalDouble number(String cell) {
    return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
  }
}
