package dev.recipe4j.processor;

import dev.recipe4j.Recipe;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** The types that are compiled from source in this compilation, over all its rounds. */
final class CompiledTypes {
  private final Set<String> topLevel = new HashSet<>();

  void add(RoundEnvironment round) {
    ElementFilter.typesIn(round.getRootElements())
        .forEach(type -> topLevel.add(type.getQualifiedName().toString()));
  }

  boolean contains(TypeElement type) {
    TypeElement outermost = type;
    for (Element outer = type.getEnclosingElement();
        outer instanceof TypeElement enclosing;
        outer = outer.getEnclosingElement()) {
      outermost = enclosing;
    }
    return topLevel.contains(outermost.getQualifiedName().toString());
  }

  /**
   * Names of the classes of this round that carry {@code @Recipe}, sorted: ECJ gives them in no
   * particular order.
   */
  static List<String> recipes(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return annotations.stream()
        .filter(type -> type.getQualifiedName().contentEquals(Recipe.class.getCanonicalName()))
        .flatMap(type -> ElementFilter.typesIn(round.getElementsAnnotatedWith(type)).stream())
        .map(type -> type.getQualifiedName().toString())
        .sorted()
        .toList();
  }
}
