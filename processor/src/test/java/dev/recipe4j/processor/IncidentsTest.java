package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real misconfigurations: each is found on its line, or compiles where it is right. What the
 * runtime cannot execute yet is beside the point.
 */
class IncidentsTest {
  private static final Path FIXTURES = Path.of("src", "test", "resources", "incidents");
  private static final Path LIST = Path.of("..", "docs", "incidents.md");
  private static final Pattern INFO = Pattern.compile("// info: \\[(\\w+)]");
  private static final Pattern NUMBER = Pattern.compile("\\d");

  static Stream<Arguments> fixtures() throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES)) {
      return files.sorted().toList().stream()
          .flatMap(file -> Stream.of(Compiler.values()).map(c -> Arguments.of(id(file), c)));
    }
  }

  private static String id(Path fixture) {
    return fixture.getFileName().toString().replace(".java", "");
  }

  @ParameterizedTest(name = "{0} with {1}")
  @MethodSource("fixtures")
  void isAnswered(String id, Compiler compiler) throws IOException {
    String fixture = Files.readString(FIXTURES.resolve(id + ".java"));
    Map<String, String> sources = Sources.of(fixture);
    Compilation compilation =
        compiler.compile(
            sources, new RecipeCatalogProcessor(), new RecipeProcessor(AsIfExecuted::check));
    Markers.verify(sources, compilation);
    for (Diagnostic<?> diagnostic : compilation.diagnostics()) {
      List<String> lines = diagnostic.getMessage(Locale.ROOT).lines().toList();
      assertTrue(
          NUMBER.matcher(lines.get(0)).find() || lines.get(0).startsWith("[MISSING_SLOT]"),
          lines.get(0));
      assertTrue(
          lines.stream().anyMatch(line -> line.strip().startsWith("Fix: ")), lines::toString);
    }
    for (String rule : INFO.matcher(fixture).results().map(m -> m.group(1)).toList()) {
      assertTrue(card(compilation).contains(rule), () -> "no " + rule + " on the card");
    }
  }

  private static String card(Compilation compilation) {
    try (Stream<Path> files = Files.walk(compilation.out())) {
      Path card = files.filter(file -> file.toString().endsWith(".md")).findFirst().orElseThrow();
      return Files.readString(card);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Every fixture is in the list, and the list speaks of no other. */
  @Test
  void theListIsComplete() throws IOException {
    Set<String> listed =
        Pattern.compile("incidents/(\\w+)\\.java")
            .matcher(Files.readString(LIST))
            .results()
            .map((MatchResult match) -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> files = Files.list(FIXTURES)) {
      assertEquals(
          files.map(IncidentsTest::id).collect(Collectors.toCollection(TreeSet::new)), listed);
    }
  }
}
