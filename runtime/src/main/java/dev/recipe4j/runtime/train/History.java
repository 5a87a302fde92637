package dev.recipe4j.runtime.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code history.csv}: one line for each epoch, decimals in full precision, empty if absent. */
final class History {
  static final String FILE = "history.csv";

  private static final String FIRST =
      "epoch,step,learning_rate,train_loss,train_top1,clean_train_top1,test_loss,test_top1";
  private static final String TOP = ",test_top";
  private static final String TIMES = ",seconds,images_per_second";
  private static final Pattern HEADER =
      Pattern.compile(FIRST + "((?:" + TOP + "[1-9]\\d{0,8})*)" + TIMES);
  private static final int FIRST_COLUMNS = 8;
  private static final int TIME_COLUMNS = 2;

  private History() {}

  /**
   * Writes the rows.
   *
   * @param topK values of k of the accuracies beside top-1 that have a column; so has every other
   *     one that a row has, since a run may go on with another recipe
   */
  static void write(Path file, List<Integer> topK, List<EpochResult> rows) {
    SortedSet<Integer> columns = new TreeSet<>(topK);
    rows.forEach(row -> columns.addAll(row.testTopK().keySet()));
    columns.remove(1);
    StringBuilder text = new StringBuilder(FIRST);
    columns.forEach(k -> text.append(TOP).append(k));
    text.append(TIMES).append('\n');
    for (EpochResult row : rows) {
      text.append(line(row, columns)).append('\n');
    }
    AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String line(EpochResult row, SortedSet<Integer> columns) {
    List<String> cells = new ArrayList<>();
    Collections.addAll(
        cells,
        Integer.toString(row.epoch()),
        Long.toString(row.step()),
        Double.toString(row.learningRate()),
        Double.toString(row.trainLoss()),
        text(row.trainTop1()),
        text(row.cleanTrainTop1()),
        text(row.testLoss()),
        text(row.testTop1()));
    for (int k : columns) {
      Double share = row.testTopK().get(k);
      cells.add(share == null ? "" : Double.toString(share));
    }
    cells.add("%.3f".formatted(row.seconds()));
    cells.add("%.1f".formatted(row.imagesPerSecond()));
    return String.join(",", cells);
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
    Matcher header = HEADER.matcher(lines.isEmpty() ? "" : lines.get(0));
    if (!header.matches()) {
      throw new RunException(file + " has other columns than this version writes");
    }
    List<Integer> topK =
        Stream.of(header.group(1).split(TOP))
            .filter(k -> !k.isEmpty())
            .map(Integer::valueOf)
            .toList();
    List<EpochResult> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      try {
        rows.add(row(lines.get(i), topK));
      } catch (IllegalArgumentException e) {
        throw new RunException("%s, line %d: not a row of a history".formatted(file, i + 1), e);
      }
    }
    return rows;
  }

  private static EpochResult row(String line, List<Integer> topK) {
    String[] cells = line.split(",", -1);
    int times = FIRST_COLUMNS + topK.size();
    if (cells.length != times + TIME_COLUMNS) {
      throw new IllegalArgumentException(cells.length + " columns");
    }
    SortedMap<Integer, Double> shares = new TreeMap<>();
    for (int i = 0; i < topK.size(); i++) {
      int k = topK.get(i);
      number(cells[FIRST_COLUMNS + i]).ifPresent(share -> shares.put(k, share));
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
        shares,
        Double.parseDouble(cells[times]),
        Double.parseDouble(cells[times + 1]));
  }

  private static OptionalDouble number(String cell) {
    return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
  }
}
