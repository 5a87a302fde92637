package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code history.csv} with the accuracies that a recipe asks for. */
class HistoryTest {
  private static final String FIRST =
      "epoch,step,learning_rate,train_loss,train_top1,clean_train_top1,test_loss,test_top1,";

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("history.csv");
  }

  private static EpochResult row(int epoch, Map<Integer, Double> topK) {
    OptionalDouble half = OptionalDouble.of(0.5);
    return new EpochResult(
        epoch, 10, 0.1, 2, half, half, half, half, new TreeMap<>(topK), 1.5, 100);
  }

  @Test
  void comesBackWithItsColumns() throws IOException {
    List<EpochResult> rows = List.of(row(1, Map.of(3, 0.75)), row(2, Map.of()));
    History.write(file, List.of(1, 3), rows);
    assertEquals(
        FIRST
            + "test_top3,seconds,images_per_second\n"
            + "1,10,0.1,2.0,0.5,0.5,0.5,0.5,0.75,1.500,100.0\n"
            + "2,10,0.1,2.0,0.5,0.5,0.5,0.5,,1.500,100.0\n",
        Files.readString(file));
    assertEquals(rows, History.read(file));
    History.write(file, List.of(1), List.of(row(1, Map.of())));
    assertEquals(List.of(row(1, Map.of())), History.read(file));
  }

  /** A run that goes on with other values of k keeps what was measured before. */
  @Test
  void columnsOfEarlierRowsRemain() throws IOException {
    List<EpochResult> rows = List.of(row(1, Map.of(5, 0.9)), row(2, Map.of(2, 0.6, 10, 1.0)));
    History.write(file, List.of(1, 2, 10), rows);
    assertEquals(
        FIRST + "test_top2,test_top5,test_top10,seconds,images_per_second",
        Files.readAllLines(file).get(0));
    assertEquals(rows, History.read(file));
  }

  @Test
  void otherTablesAreRefused() throws IOException {
    refused("epoch,loss\n", file + " has other columns than this version writes");
    refused(
        FIRST + "test_top3,seconds,images_per_second\n1,10,0.1,2.0,0.5,0.5,0.5,0.5,1.5,100\n",
        file + ", line 2: not a row of a history");
  }

  private void refused(String content, String message) throws IOException {
    Files.writeString(file, content);
    assertEquals(message, assertThrows(RunException.class, () -> History.read(file)).getMessage());
  }
}
