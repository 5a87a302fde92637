package dev.recipe4j.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.recipe4j.ComponentOf;
import dev.recipe4j.RecipeFixture;
import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.SpecReader;
import dev.recipe4j.rules.Finding;
import dev.recipe4j.rules.RuleEngine;
import dev.recipe4j.rules.Verdict;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every component annotation has its record, member by member. */
class VocabularyTest {
  static Stream<Class<? extends Annotation>> components() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.recipe4j")
            .stream()
            .filter(type -> type.isAnnotatedWith(ComponentOf.class))
            .map(JavaClass::reflect)
            .map(type -> type.asSubclass(Annotation.class));
  }

  @ParameterizedTest
  @MethodSource("components")
  void membersAreTheComponentsOfTheRecord(Class<? extends Annotation> annotation)
      throws ClassNotFoundException {
    Class<?> type = Class.forName("dev.recipe4j.spec." + annotation.getSimpleName());
    Set<String> recordComponents =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());
    Set<String> members =
        RecipeFixture.members(annotation).stream().map(Method::getName).collect(Collectors.toSet());
    assertEquals(members, recordComponents);
  }

  @ParameterizedTest
  @MethodSource("components")
  void theRecordFillsTheSlotOfTheAnnotation(Class<? extends Annotation> annotation)
      throws ReflectiveOperationException {
    Class<?> type = Class.forName("dev.recipe4j.spec." + annotation.getSimpleName());
    assertTrue(Component.class.isAssignableFrom(type), type + " is a Component");
  }

  @Test
  void everySlotHasAComponent() {
    Set<Slot> filled =
        components()
            .map(type -> type.getAnnotation(ComponentOf.class).value())
            .collect(Collectors.toSet());
    // There is one loss; another is a user's own.
    assertEquals(EnumSet.complementOf(EnumSet.of(Slot.LOSS)), filled);
  }

  @Test
  void aRecipeHoldsWhatItIsMadeOf() {
    RecipeSpec recipe = RecipeFixture.resnet50().check().recipe().orElseThrow();
    assertEquals(new Batch(256, 1, 1, false), recipe.batch());
    assertEquals(new Recipe("resnet50", 120, 42, 1), recipe.recipe());
    assertEquals(recipe, RecipeSpec.of(recipe.components()));
    assertEquals(0.1, recipe.peak());
    assertEquals(List.of(30, 60, 90), ((PiecewiseDecay) recipe.schedule()).atEpochs());
    assertEquals(new EvaluationCrop(256, 224), recipe.evaluation().orElseThrow());
    for (Component component : recipe.components()) {
      assertTrue(recipe.has(component.slot()));
    }
  }

  @Test
  void aSpecReadBackMeetsTheSameRules() {
    RecipeFixture fixture = RecipeFixture.resnet50().with(dev.recipe4j.Batch.class, "value", 1024);
    Verdict built = fixture.check();
    Verdict read =
        RuleEngine.check(
            SpecReader.declare("ResNet50ImageNet", built.recipe().orElseThrow(), List.of()));
    assertEquals(built.recipe(), read.recipe());
    assertEquals(
        built.findings().stream().map(Finding::text).toList(),
        read.findings().stream()
            .filter(finding -> finding.severity() != Severity.INFO)
            .map(Finding::text)
            .toList());
    assertEquals(1, built.findings().size());
  }
}
