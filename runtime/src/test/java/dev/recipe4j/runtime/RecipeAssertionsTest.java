package dev.recipe4j.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.declaration.Setting;
import dev.recipe4j.spec.CosineDecay;
import dev.recipe4j.spec.LinearWarmup;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeAssertionsTest {
  @Test
  void aSoundRecipePasses() {
    RecipeAssertions.assertSound(Recipes.pipeline(Recipes.spots()));
  }

  @Test
  void errorsAndWarningsFailWithTheTextOfTheCompiler() {
    Pipeline pipeline =
        Recipes.pipeline(Recipes.spots(new LinearWarmup(3, 0, true), new CosineDecay(0.5)));
    String message =
        String.valueOf(
            assertThrows(AssertionError.class, () -> RecipeAssertions.assertSound(pipeline))
                .getMessage());
    assertTrue(message.startsWith("the recipe spots is not sound:\n"), message);
    assertTrue(message.contains("error: [WARMUP_TOO_LONG] "), message);
    assertTrue(message.contains("\n    Fix: "), message);
  }

  @Test
  void aConfiguredPipelineIsMadeOfSoundValuesOnly() {
    Pipeline pipeline = Recipes.pipeline(Recipes.spots());
    ConfiguredPipeline set =
        ConfiguredPipeline.of(
            pipeline, List.of(Setting.parse("batch=8"), Setting.parse("epochs=4")));
    assertEquals(8, set.recipe().batch().value());
    assertEquals(4, set.recipe().recipe().epochs());
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> ConfiguredPipeline.of(pipeline, List.of(Setting.parse("linearWarmup.epochs=3"))));
    assertTrue(String.valueOf(e.getMessage()).contains("[WARMUP_TOO_LONG]"), e.getMessage());
  }
}
