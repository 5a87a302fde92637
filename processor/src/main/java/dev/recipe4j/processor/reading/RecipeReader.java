package dev.recipe4j.processor.reading;

import dev.recipe4j.Recipe;
import dev.recipe4j.declaration.DeclaredType;
import dev.recipe4j.declaration.Inheritance;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads a recipe class with everything that it inherits and composes. */
public final class RecipeReader {
  private final Elements elements;
  private final Predicate<TypeElement> isCompiled;

  /**
   * A reader.
   *
   * @param isCompiled whether a type is part of this compilation, so that what it lacks may still
   *     be generated; a class file may lack optional annotations for good
   */
  public RecipeReader(Elements elements, Predicate<TypeElement> isCompiled) {
    this.elements = elements;
    this.isCompiled = isCompiled;
  }

  /**
   * Reads a recipe.
   *
   * @param leaf a class that carries {@code @Recipe}
   */
  public Reading read(TypeElement leaf) {
    Use recipe = new Use(leaf, recipeMirror(leaf), 0);
    Positions positions = new Positions(recipe.position());
    Set<String> missing = new LinkedHashSet<>();
    ComponentReader components = new ComponentReader(elements, isCompiled, positions, missing::add);
    Optional<DeclaredType> type = new TypeReader(components).read(leaf);
    if (!missing.isEmpty()) {
      return new Reading.Incomplete(List.copyOf(missing), recipe.position());
    }
    return new Reading.Complete(
        Inheritance.resolve(type.orElseThrow(), SiteReader.read(leaf)), positions);
  }

  static boolean isRecipe(AnnotationMirror mirror) {
    return ComponentReader.typeOf(mirror)
        .getQualifiedName()
        .contentEquals(Recipe.class.getCanonicalName());
  }

  private static AnnotationMirror recipeMirror(TypeElement leaf) {
    return leaf.getAnnotationMirrors().stream()
        .filter(RecipeReader::isRecipe)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(leaf + " has no @Recipe"));
  }
}
