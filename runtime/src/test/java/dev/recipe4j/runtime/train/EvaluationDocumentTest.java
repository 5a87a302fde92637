package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code evaluation.json}: written, read, and damaged. */
class EvaluationDocumentTest {
  @TempDir Path directory;

  private static EvaluationDocument document() {
    ConfusionMatrix confusion = new ConfusionMatrix(2);
    confusion.add(0, 0, 3);
    confusion.add(0, 1, 1);
    confusion.add(1, 1, 2);
    return new EvaluationDocument(
        7,
        List.of("cat", "dog \"<b>"),
        new Evaluation(
            new Metrics(0.25, 5.0 / 6, new TreeMap<>(Map.of(3, 0.9))),
            confusion,
            List.of(
                new Mistake(4, "a/4.jpg", 0, 1, Double.POSITIVE_INFINITY, 0, 1),
                new Mistake(5, "a/5.jpg", 0, 1, 2.5, 0.08, 0.92))));
  }

  private Path written() {
    Path file = directory.resolve(EvaluationDocument.FILE);
    document().write(file);
    return file;
  }

  @Test
  void isReadAsItWasWritten() {
    EvaluationDocument read = EvaluationDocument.read(written()).orElseThrow();
    EvaluationDocument expected = document();
    assertEquals(expected.epoch(), read.epoch());
    assertEquals(expected.classNames(), read.classNames());
    assertEquals(expected.evaluation().metrics(), read.evaluation().metrics());
    assertEquals(expected.evaluation().mistakes(), read.evaluation().mistakes());
    for (int label = 0; label < 2; label++) {
      for (int predicted = 0; predicted < 2; predicted++) {
        assertEquals(
            expected.evaluation().confusion().count(label, predicted),
            read.evaluation().confusion().count(label, predicted));
      }
    }
  }

  @Test
  void tellsOtherProgramsWhatFollows() throws IOException {
    JsonNode root = new ObjectMapper().readTree(written().toFile());
    assertEquals((0.75 + 1) / 2, root.path("meanPerClass").asDouble());
    assertEquals("cat", root.at("/classes/0/name").asText());
    assertEquals(4, root.at("/classes/0/images").asInt());
    assertEquals(0.75, root.at("/classes/0/accuracy").asDouble());
    assertEquals(1, root.at("/confusion/0/1").asInt());
  }

  @Test
  void isEmptyWhereThereIsNone() {
    assertTrue(EvaluationDocument.read(directory.resolve("none.json")).isEmpty());
  }

  @Test
  void aDamagedFileIsRefusedInOneLine() throws IOException {
    String text = Files.readString(written());
    refused(text.substring(0, text.length() / 2), "is damaged");
    refused(text.replace("\"format\" : 1", "\"format\" : 9"), "unknown format 9");
    refused(text.replace("[ 0, 2 ]", "[ 0, -2 ]"), "-2 is no count");
    refused(text.replace("[ 0, 2 ]", "[ 0 ]"), "a row of 1 counts for 2 classes");
    refused(text.replace("\"predicted\" : 1", "\"predicted\" : 2"), "class 2 of 2");
    refused("[]", "unknown format");
  }

  private void refused(String text, String message) throws IOException {
    Path file = Files.writeString(directory.resolve("damaged.json"), text);
    RunException refusal = assertThrows(RunException.class, () -> EvaluationDocument.read(file));
    String said = String.valueOf(refusal.getMessage());
    assertTrue(said.contains(message), said);
    assertTrue(said.contains("damaged.json"), said);
    assertEquals(1, said.lines().count(), said);
  }
}
