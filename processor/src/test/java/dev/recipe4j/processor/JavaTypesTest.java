package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real misconfigurations that Java's types answer without any rule. The words are javac's: ECJ says
 * the same in others.
 */
class JavaTypesTest {
  private static final Path FIXTURES = Path.of("src", "test", "resources", "incidents-java");
  private static final Path LIST = Path.of("..", "docs", "incidents.md");
  private static final String IMPORTS =
      "package com.acme; import dev.recipe4j.*; import dev.recipe4j.runtime.augment.*;"
          + " import java.util.List;\n";

  static Stream<String> fixtures() throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void doesNotCompile(String fixture) throws IOException {
    Map<String, String> sources =
        Map.of(Sources.FILE, IMPORTS + Files.readString(FIXTURES.resolve(fixture)));
    Markers.verify(sources, Compiler.JAVAC.compile(sources));
  }

  @Test
  void theListIsComplete() throws IOException {
    assertEquals(
        fixtures().collect(Collectors.toSet()),
        Pattern.compile("incidents-java/(\\w+\\.java)")
            .matcher(Files.readString(LIST))
            .results()
            .map((MatchResult match) -> match.group(1))
            .collect(Collectors.toSet()));
  }
}
