package dev.recipe4j.runtime.engine;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recipe4j.network.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Golden numbers from an independent implementation, kept outside the project: the folder named by
 * the system property {@code recipe4j.oracle}, or {@code shared/oracle} beside the project. Tests
 * that need them are skipped where they are absent.
 */
public final class Oracle {
  private Oracle() {}

  /** A file of the oracle; skips the test if there is no oracle. */
  public static Path file(String name) {
    String named = System.getProperty("recipe4j.oracle");
    if (named != null) {
      return Path.of(named).resolve(name);
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      if (Files.isDirectory(up.resolve("shared/oracle"))) {
        return up.resolve("shared/oracle").resolve(name);
      }
    }
    return abort(
        "SKIPPED: no golden numbers; set -Drecipe4j.oracle=<folder> to check against them");
  }

  /** A JSON file of the oracle. */
  public static JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(Files.readAllBytes(file(name)));
  }

  /** The formula of weights and images: a 32-bit integer hash mapped to [-1, 1). */
  public static double value(int a, int i, int salt) {
    int h = a * 0x9E3779B1 + salt * 0xC2B2AE3D + i * 0x85EBCA77;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    h ^= h >>> 16;
    return (h & 0xFFFFFFFFL) / 2147483648.0 - 1.0;
  }

  /** The tensors of a network, one row of the table each. */
  static List<String[]> tensors(String network) throws IOException {
    return Files.readAllLines(file("networks/" + network + ".tsv")).stream()
        .filter(line -> Character.isDigit(line.charAt(0)))
        .map(line -> line.split("\t", -1))
        .toList();
  }

  /** One value of the oracle's images. */
  static double pixel(int n, int c, int h, int w, Shape shape) {
    double wave = Math.sin(0.05 * (n + 1) * h + 0.08 * (c + 1) * w + n + c);
    return wave + 0.3 * value(5000 + n, (c * shape.height() + h) * shape.width() + w, 0);
  }
}
