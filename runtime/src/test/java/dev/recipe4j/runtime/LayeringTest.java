package dev.recipe4j.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Packages of the runtime depend one way. */
@AnalyzeClasses(packages = "dev.recipe4j.runtime", importOptions = DoNotIncludeTests.class)
class LayeringTest {
  @ArchTest
  static final ArchRule LAYERS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("cli")
          .definedBy("dev.recipe4j.runtime.cli..")
          .layer("facade")
          .definedBy("dev.recipe4j.runtime")
          .layer("train")
          .definedBy("dev.recipe4j.runtime.train..")
          .layer("advice")
          .definedBy("dev.recipe4j.runtime.advice..")
          .layer("engine")
          .definedBy("dev.recipe4j.runtime.engine..")
          .layer("optim")
          .definedBy("dev.recipe4j.runtime.optim..")
          .layer("augment")
          .definedBy("dev.recipe4j.runtime.augment..")
          .layer("weights")
          .definedBy("dev.recipe4j.runtime.weights..")
          .layer("data")
          .definedBy("dev.recipe4j.runtime.data..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("facade")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("train")
          .mayOnlyBeAccessedByLayers("cli", "facade", "advice")
          .whereLayer("advice")
          .mayOnlyBeAccessedByLayers("cli", "facade")
          .whereLayer("engine")
          .mayOnlyBeAccessedByLayers("cli", "facade", "train")
          .whereLayer("optim")
          .mayOnlyBeAccessedByLayers("train")
          .whereLayer("weights")
          .mayOnlyBeAccessedByLayers("cli", "facade", "train")
          .whereLayer("augment")
          .mayOnlyBeAccessedByLayers("facade", "train");

  @ArchTest
  static final ArchRule NO_DL4J_OUTSIDE_THE_ENGINE =
      noClasses()
          .that()
          .resideInAnyPackage("dev.recipe4j.runtime", "..train..", "..optim..", "..weights..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..");

  @ArchTest
  static final ArchRule FACADE_AND_TRAIN_ARE_FREE_OF_CYCLES =
      slices().matching("dev.recipe4j.runtime.(train|optim|engine)..").should().beFreeOfCycles();
}
