package dev.recipe4j.runtime.augment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class LayeringTest {
  @Test
  void dataKnowsNothingOfTheChain() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.recipe4j.runtime.augment")
        .check(new ClassFileImporter().importPackages("dev.recipe4j.runtime.data"));
  }
}
