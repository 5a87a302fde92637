package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule fires at the right line, with both compilers. */
class RulesTest {
  private static final String OPTION = "-Arecipe4j.rules=";

  /** One file of markers for each rule. */
  private static final Path SOURCES = Path.of("src", "test", "resources", "rules");

  private static String source(Rule rule) {
    try {
      return Files.readString(SOURCES.resolve(rule + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that ask the data are tested where runs are. */
  private static Stream<Rule> rules() {
    return Arrays.stream(Rule.values()).filter(rule -> !rule.isAskedAtRunStart());
  }

  /** That this version cannot train all of the language is beside the point of other rules. */
  private static Processor[] processors(Rule rule) {
    RecipeProcessor recipes =
        rule == Rule.NO_RUNTIME ? new RecipeProcessor() : new RecipeProcessor(AsIfExecuted::check);
    return new Processor[] {new RecipeCatalogProcessor(), recipes};
  }

  /** The sources that break a rule each, markers in them. */
  static Stream<String> sources() {
    return rules().map(RulesTest::source);
  }

  static Stream<Arguments> cases() {
    return Arrays.stream(Compiler.values())
        .flatMap(compiler -> rules().map(rule -> Arguments.of(compiler, rule)));
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("cases")
  void firesAtItsLine(Compiler compiler, Rule rule) {
    String source = source(rule);
    if (rule.severity() == Severity.INFO) {
      // What is only worth knowing is on the card; the compiler says it if asked to.
      Map<String, String> quiet = Sources.of(source.replaceAll(" *// info: .*\n", ""));
      Markers.verify(quiet, compiler.compile(quiet, processors(rule)));
      Map<String, String> asked = Sources.of(source.replace("// info:", "// warning:"));
      Markers.verify(
          asked, compiler.compile(asked, List.of(OPTION + rule + "=warning"), processors(rule)));
    } else {
      Map<String, String> sources = Sources.of(Sources.SOUND, source);
      Markers.verify(sources, compiler.compile(sources, processors(rule)));
    }
  }

  /** Every finding becomes an info, which is not printed; a structural rule refuses. */
  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("cases")
  void canBeSetToInfo(Compiler compiler, Rule rule) {
    String source = source(rule).replaceAll(" *// info: .*\n", "");
    Compilation compilation =
        compiler.compile(
            Sources.of(source.replaceAll(" *// (error|warning): \\[" + rule + "].*\n", "")),
            List.of(OPTION + rule + "=info"),
            processors(rule));
    String all = compilation.describe();
    if (rule.canBeAccepted()) {
      assertFalse(all.contains("[" + rule + "]"), all);
    } else {
      assertTrue(all.contains(rule + " is structural and cannot be set to info"), all);
      assertTrue(all.contains("[" + rule + "]"), all);
    }
  }

  @Test
  void theFilesAreThoseOfTheRules() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      assertEquals(
          rules().map(rule -> rule + ".java").sorted().toList(),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }
}
