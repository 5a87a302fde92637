package dev.recipe4j.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.recipe4j.Slot;
import dev.recipe4j.declaration.Setting;
import dev.recipe4j.runtime.train.RunException;
import dev.recipe4j.spec.OpenPart;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfiguredPipelineTest {
  private static final List<Setting> ANOTHER_SEED = List.of(Setting.parse("seed=7"));

  @Test
  void takesTheValues() {
    Pipeline pipeline = Recipes.pipeline(Recipes.spots());
    assertEquals(7, ConfiguredPipeline.of(pipeline, ANOTHER_SEED).recipe().recipe().seed());
  }

  /** Chains made anew have no object for it, and would leave it out in silence. */
  @Test
  void refusesComponentsOfAUsersOwn() {
    OpenPart blurred =
        new OpenPart(
            Slot.POLICY, "com.acme.Blurred", "com.acme.Blur", List.of(), Optional.of(new Object()));
    Pipeline pipeline = Recipes.pipeline(Recipes.spots(blurred));
    RunException e =
        assertThrows(RunException.class, () -> ConfiguredPipeline.of(pipeline, ANOTHER_SEED));
    assertEquals(
        "values cannot be set for spots, because generated code makes its @com.acme.Blurred: write"
            + " them in a recipe that extends it",
        e.getMessage());
  }
}
