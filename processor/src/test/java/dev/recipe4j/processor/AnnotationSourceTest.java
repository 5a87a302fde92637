package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.Slot;
import dev.recipe4j.declaration.AnnotationSource;
import dev.recipe4j.declaration.Declaration;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.rules.RuleEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Components that are written as Java source are read as the same components. */
class AnnotationSourceTest {
  private static final Path RECIPES =
      Path.of("src", "test", "resources", "published", "Recipes.java");

  @Test
  void publishedRecipesSayTheSameAgain() throws IOException {
    Map<String, Declaration> published = declarations(Files.readString(RECIPES));
    assertTrue(published.size() > 40, published.keySet().toString());
    String source =
        published.entrySet().stream()
            .map(entry -> source(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("\n\n"));
    assertEquals(said(published), said(declarations(source)), source);
  }

  private static Map<String, Declaration> declarations(String source) {
    Map<String, Declaration> found = new TreeMap<>();
    Compilation compilation =
        Compiler.JAVAC.compile(
            Sources.of(source),
            new RecipeProcessor(
                (recipe, options) -> {
                  found.put(recipe.name(), recipe);
                  return RuleEngine.check(recipe);
                }));
    assertTrue(compilation.succeeded(), compilation::describe);
    return found;
  }

  private static String source(String name, Declaration declaration) {
    return declaration.components().stream()
        .map(AnnotationSource::of)
        .collect(Collectors.joining("\n", "", "\ninterface " + name + " {}"));
  }

  private static Map<String, List<String>> said(Map<String, Declaration> recipes) {
    Map<String, List<String>> said = new TreeMap<>();
    recipes.forEach((name, declaration) -> said.put(name, said(declaration)));
    return said;
  }

  /** By slot, since the order of annotations says nothing. */
  private static List<String> said(Declaration declaration) {
    List<String> said = new ArrayList<>();
    for (Slot slot : Slot.values()) {
      declaration.components().stream()
          .filter(component -> component.slot() == slot)
          .map(DeclaredComponent::show)
          .sorted()
          .forEach(said::add);
    }
    return said;
  }
}
