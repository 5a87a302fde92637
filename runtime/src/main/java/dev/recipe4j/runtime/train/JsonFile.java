package dev.recipe4j.runtime.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** A document of a run directory, as JSON. */
final class JsonFile {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonFile() {}

  static void write(Path file, ObjectNode root) {
    try {
      AtomicFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a document; empty if there is none.
   *
   * @param document makes it of its root, or throws an IllegalArgumentException that says why not
   * @throws RunException if the file cannot be read or is damaged
   */
  static <T> Optional<T> read(Path file, Function<JsonNode, T> document) {
    try {
      return Optional.of(document.apply(MAPPER.readTree(Files.readAllBytes(file))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw new RunException(file + " is damaged: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new RunException("cannot read %s: %s".formatted(file, AtomicFile.reason(e)), e);
    } catch (IllegalArgumentException e) {
      throw new RunException(file + " is damaged: " + e.getMessage(), e);
    }
  }
}
