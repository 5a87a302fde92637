package dev.recipe4j.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;

/** The layers point one way, and each compiler service has one home. */
@AnalyzeClasses(
    packages = "dev.recipe4j.processor",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "dev.recipe4j.processor";

  @ArchTest
  static final ArchRule LAYERS =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
          .layer("shell")
          .definedBy(ROOT)
          .layer("reading")
          .definedBy(ROOT + ".reading")
          .layer("reporting")
          .definedBy(ROOT + ".reporting")
          .layer("generation")
          .definedBy(ROOT + ".generation")
          .whereLayer("shell")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("reporting")
          .mayOnlyBeAccessedByLayers("shell")
          .whereLayer("generation")
          .mayOnlyBeAccessedByLayers("shell")
          .whereLayer("reading")
          .mayOnlyBeAccessedByLayers("shell", "reporting");

  /** The shells hand the services over, and call no method of them. */
  @ArchTest
  static final ArchRule ONLY_REPORTING_PRINTS =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".reporting")
          .should()
          .callMethodWhere(
              JavaCall.Predicates.target(
                  HasOwner.Predicates.With.owner(
                      JavaClass.Predicates.assignableTo(Messager.class))));

  @ArchTest
  static final ArchRule ONLY_GENERATION_WRITES =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".generation")
          .should()
          .callMethodWhere(
              JavaCall.Predicates.target(
                  HasOwner.Predicates.With.owner(JavaClass.Predicates.assignableTo(Filer.class))));

  @ArchTest
  static final ArchRule ONLY_GENERATION_KNOWS_JAVAPOET =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".generation")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.palantir.javapoet..");

  @ArchTest
  static final ArchRule NO_COMPILER_INTERNALS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.sun..", "sun..", "org.eclipse..", "java.awt..");

  @ArchTest
  static final ArchRule NO_RUNTIME =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.annotation.processing..",
              "javax.lang.model..",
              "javax.tools..",
              "dev.recipe4j",
              "dev.recipe4j.spec..",
              "dev.recipe4j.declaration..",
              "dev.recipe4j.rules..",
              "dev.recipe4j.schedule..",
              "dev.recipe4j.network..",
              "dev.recipe4j.decimal..",
              ROOT + "..",
              "com.palantir.javapoet..",
              "com.google.auto.service..",
              "org.jspecify.annotations..");
}
