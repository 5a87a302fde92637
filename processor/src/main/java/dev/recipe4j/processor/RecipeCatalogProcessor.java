package dev.recipe4j.processor;

import com.google.auto.service.AutoService;
import dev.recipe4j.Recipe;
import dev.recipe4j.RecipeCatalog;
import dev.recipe4j.processor.generation.RecipeWriter;
import dev.recipe4j.processor.reading.Reading;
import dev.recipe4j.processor.reading.RecipeReader;
import dev.recipe4j.rules.RuleEngine;
import dev.recipe4j.rules.RuleOptions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Lists the pipelines of all sound recipes of a compilation in a service file, if a package asks
 * for it with {@code @RecipeCatalog}. Apart from {@link RecipeProcessor} because it looks at all
 * recipes together: build tools rerun it for every change, and the other only for what changed.
 *
 * <p>It says nothing of the recipes, two of one id included: {@link RecipeProcessor} does. It
 * claims nothing either, and its name comes first, so that it sees the annotations that {@link
 * RecipeProcessor} claims.
 */
@AutoService(Processor.class)
public final class RecipeCatalogProcessor extends AbstractProcessor {
  private final CompiledTypes compiled = new CompiledTypes();
  private final Set<String> recipes = new LinkedHashSet<>();
  private final Set<String> catalogs = new LinkedHashSet<>();

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Recipe.class.getCanonicalName(), RecipeCatalog.class.getCanonicalName());
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(RuleOptions.RULES, RuleOptions.STRICT);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    compiled.add(round);
    recipes.addAll(CompiledTypes.recipes(annotations, round));
    annotations.stream()
        .flatMap(type -> ElementFilter.packagesIn(round.getElementsAnnotatedWith(type)).stream())
        .map(PackageElement::getQualifiedName)
        .forEach(name -> catalogs.add(name.toString()));
    if (round.processingOver() && !catalogs.isEmpty()) {
      write();
    }
    return false;
  }

  private void write() {
    Elements elements = processingEnv.getElementUtils();
    List<TypeElement> sound =
        recipes.stream()
            .flatMap(name -> Stream.ofNullable(elements.getTypeElement(name)))
            .filter(this::isSound)
            .toList();
    List<Element> origins = new ArrayList<>(sound);
    catalogs.stream()
        .flatMap(name -> Stream.ofNullable(elements.getPackageElement(name)))
        .forEach(origins::add);
    new RecipeWriter(processingEnv.getFiler(), elements, RecipeCatalogProcessor.class.getName())
        .writeCatalog(sound, origins);
  }

  private boolean isSound(TypeElement recipe) {
    try {
      Reading reading =
          new RecipeReader(processingEnv.getElementUtils(), compiled::contains).read(recipe);
      return reading instanceof Reading.Complete complete
          && !RuleEngine.check(
                  complete.declaration(), RuleOptions.parse(processingEnv.getOptions()))
              .hasErrors();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return false; // RecipeProcessor fails on it too, and says so.
    }
  }
}
