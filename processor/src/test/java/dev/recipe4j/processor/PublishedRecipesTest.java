package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Recipes with which others reached their published accuracy are right: no error, no warning. */
class PublishedRecipesTest {
  private static final Path RECIPES =
      Path.of("src", "test", "resources", "published", "Recipes.java");

  /** What the runtime cannot do yet is no fault of the recipe. */
  @ParameterizedTest
  @EnumSource
  void compile(Compiler compiler) throws IOException {
    Compilation compilation = compiler.compile(Sources.of(Files.readString(RECIPES)));
    assertEquals(
        List.of(),
        compilation.diagnostics().stream()
            .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
            .filter(message -> !message.startsWith("[NO_RUNTIME]"))
            .toList());
  }
}
