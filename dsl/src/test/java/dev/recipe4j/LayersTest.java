package dev.recipe4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The language is plain Java without dependencies, and its layers point one way. */
@AnalyzeClasses(packages = "dev.recipe4j", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  @ArchTest
  static final ArchRule ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("decimal")
          .definedBy("dev.recipe4j.decimal")
          .layer("language")
          .definedBy("dev.recipe4j")
          .layer("schedule")
          .definedBy("dev.recipe4j.schedule")
          .layer("network")
          .definedBy("dev.recipe4j.network")
          .layer("spec")
          .definedBy("dev.recipe4j.spec")
          .layer("declaration")
          .definedBy("dev.recipe4j.declaration")
          .layer("rules")
          .definedBy("dev.recipe4j.rules")
          .whereLayer("rules")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("declaration")
          .mayOnlyBeAccessedByLayers("rules")
          .whereLayer("spec")
          .mayOnlyBeAccessedByLayers("declaration", "rules")
          .whereLayer("language")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("dev.recipe4j.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_DEPENDENCIES =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.recipe4j..", "java..", "org.jspecify.annotations");
}
