package dev.recipe4j.bench;

import dev.recipe4j.Recipe;
import dev.recipe4j.processor.reading.Reading;
import dev.recipe4j.processor.reading.RecipeReader;
import dev.recipe4j.rules.RuleEngine;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads recipes and applies the rules, and writes nothing. */
final class CheckOnlyProcessor extends AbstractProcessor {
  private int checked;

  /** How many recipes were found sound. */
  int checked() {
    return checked;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("dev.recipe4j.*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    RecipeReader reader = new RecipeReader(processingEnv.getElementUtils(), type -> true);
    for (Element recipe : round.getElementsAnnotatedWith(Recipe.class)) {
      if (reader.read((TypeElement) recipe) instanceof Reading.Complete complete
          && RuleEngine.check(complete.declaration()).recipe().isPresent()) {
        checked++;
      }
    }
    return false;
  }
}
