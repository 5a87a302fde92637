package dev.recipe4j.runtime.engine;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.Oracle;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Inputs of the golden numbers of networks, which are formulas, and their tables of tensors. */
final class OracleNetworks {
  private OracleNetworks() {}

  /** The formula of weights and images: a 32-bit integer hash mapped to [-1, 1). */
  static double value(int a, int i, int salt) {
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
    return Files.readAllLines(Oracle.file("networks/" + network + ".tsv")).stream()
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
