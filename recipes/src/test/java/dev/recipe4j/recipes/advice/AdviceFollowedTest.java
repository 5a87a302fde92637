package dev.recipe4j.recipes.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.recipes.fashionmnist.FashionMnistSample;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.Training;
import dev.recipe4j.runtime.TrainingRun;
import dev.recipe4j.runtime.advice.Advice;
import dev.recipe4j.runtime.advice.Diagnosis;
import dev.recipe4j.runtime.advice.Fit;
import dev.recipe4j.runtime.train.RunDirectory;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Two runs get the right advice, and with it they do better on the test images. */
@EnabledIfSystemProperty(named = "recipe4j.slow", matches = "true")
class AdviceFollowedTest {
  @TempDir Path folder;

  @Test
  void whatOverfittedDoesBetter() {
    assertHelps(
        Fit.OVERFITTED, new OverfittedLeNetPipeline(), new OverfittedLeNetAdvisedPipeline());
  }

  @Test
  void whatUnderfittedDoesBetter() {
    assertHelps(
        Fit.UNDERFITTED, new UnderfittedLeNetPipeline(), new UnderfittedLeNetAdvisedPipeline());
  }

  private void assertHelps(Fit fit, Pipeline before, Pipeline after) {
    TrainingRun first = train(before);
    RunDirectory run = new RunDirectory(first.directory());
    Diagnosis diagnosis = Diagnosis.of(run.document(), run.history());
    assertEquals(fit, diagnosis.fit(), diagnosis.toString());
    Advice advice = Advice.of(fit, before.recipe(), before.acceptances(), before.writtenDefaults());
    assertEquals(renamed(after.recipe(), before), advice.recipe().orElseThrow());
    double gain = top1(train(after)) - top1(first);
    assertTrue(gain > 0, "gain " + gain);
  }

  /** The recipe under the name of the other. */
  private static RecipeSpec renamed(RecipeSpec recipe, Pipeline other) {
    Recipe old = recipe.recipe();
    String id = other.recipe().recipe().id();
    return recipe.with(old.slot(), new Recipe(id, old.epochs(), old.seed(), old.evaluateEvery()));
  }

  private TrainingRun train(Pipeline pipeline) {
    Path run = folder.resolve(pipeline.recipe().recipe().id());
    return Training.of(pipeline, new FashionMnistSample().open()).out(run).train();
  }

  private static double top1(TrainingRun run) {
    return run.last().testTop1().orElseThrow();
  }
}
