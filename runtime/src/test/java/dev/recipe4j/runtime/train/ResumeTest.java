package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.runtime.Blobs;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.Recipes;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import dev.recipe4j.spec.ConstantRate;
import dev.recipe4j.spec.Dropout;
import dev.recipe4j.spec.L2Decay;
import dev.recipe4j.spec.MobileNetV1;
import dev.recipe4j.spec.Momentum;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was stopped goes on as if it had never been. */
class ResumeTest {
  private static final Blobs DATA = new Blobs(48, 9);
  private static final Recipe FIVE_EPOCHS = new Recipe("spots", 5, 1, 1);
  private static final RecipeSpec RECIPE = Recipes.spots(FIVE_EPOCHS);

  @TempDir Path directory;
  private Path run;

  @BeforeEach
  void nameTheRun() {
    run = directory.resolve("run");
  }

  /** Stops a run in the middle of an epoch, as a power cut would. */
  private static final class PowerCut implements TrainingListener {
    private final int epoch;

    PowerCut(int epoch) {
      this.epoch = epoch;
    }

    @Override
    public void updated(int now, long update, double rate, double loss, double imagesPerSecond) {
      if (now == epoch) {
        throw new IllegalStateException("power cut");
      }
    }
  }

  private static TrainingLoop loop(RecipeSpec recipe, TrainingListener... listeners) {
    Pipeline pipeline = Recipes.pipeline(recipe);
    TrainingTask task =
        new TrainingTask(
            recipe, pipeline.trainChain(), pipeline.evaluationChain(), DATA, List.of());
    return new TrainingLoop(task, ReferenceEngine::new, 1, List.of(listeners));
  }

  private void stopIn(int epoch) {
    assertThrows(IllegalStateException.class, () -> loop(RECIPE, new PowerCut(epoch)).run(run));
  }

  private String refusal(RecipeSpec recipe, boolean changes) {
    RunException e = assertThrows(RunException.class, () -> loop(recipe).resume(run, changes));
    return String.valueOf(e.getMessage());
  }

  private Path checkpoint(String name) {
    return run.resolve("checkpoints").resolve(name);
  }

  private void assertUndisturbed() throws IOException {
    assertUndisturbed(RECIPE);
  }

  private void assertUndisturbed(RecipeSpec recipe) throws IOException {
    Path other = directory.resolve("undisturbed");
    loop(recipe).run(other);
    for (String name : List.of("epoch-00004.ckpt", "epoch-00005.ckpt", "best.ckpt")) {
      assertArrayEquals(
          Files.readAllBytes(other.resolve("checkpoints").resolve(name)),
          Files.readAllBytes(checkpoint(name)),
          name);
    }
    assertEquals(withoutTimes(new RunDirectory(other)), withoutTimes(new RunDirectory(run)));
  }

  private static List<List<Object>> withoutTimes(RunDirectory run) {
    return run.history().stream()
        .map(
            row ->
                List.<Object>of(
                    row.epoch(),
                    row.step(),
                    row.learningRate(),
                    row.trainLoss(),
                    row.trainTop1(),
                    row.cleanTrainTop1(),
                    row.testLoss(),
                    row.testTop1()))
        .toList();
  }

  @Test
  void endsWithTheBytesOfAnUndisturbedRun() throws IOException {
    stopIn(3);
    String begun = new RunDirectory(run).document().started();
    loop(RECIPE).resume(run, false);
    assertUndisturbed();
    assertEquals(begun, new RunDirectory(run).document().started());
    String log = Files.readString(run.resolve("log.txt"));
    assertTrue(log.contains("stopped: power cut"), log);
    assertTrue(log.contains("note: the run goes on after epoch 2 of 5"), log);
  }

  /** What is dropped follows from seed and update, not from how often something was drawn. */
  @Test
  void dropsTheSameInputsAsAnUndisturbedRun() throws IOException {
    RecipeSpec dropped = Recipes.spots(FIVE_EPOCHS, new Dropout(0.4));
    assertThrows(IllegalStateException.class, () -> loop(dropped, new PowerCut(3)).run(run));
    loop(dropped).resume(run, false);
    assertUndisturbed(dropped);
    Path without = directory.resolve("without");
    loop(RECIPE).run(without);
    assertFalse(
        Arrays.equals(
            Files.readAllBytes(without.resolve("checkpoints").resolve("epoch-00005.ckpt")),
            Files.readAllBytes(checkpoint("epoch-00005.ckpt"))),
        "the dropout of the recipe changed nothing");
  }

  @Test
  void fallsBackFromADamagedCheckpoint() throws IOException {
    stopIn(4);
    byte[] bytes = Files.readAllBytes(checkpoint("epoch-00003.ckpt"));
    bytes[bytes.length / 2] ^= 1;
    Files.write(checkpoint("epoch-00003.ckpt"), bytes);
    Files.write(checkpoint("best.ckpt"), new byte[100]); // It may be of the same epoch.
    loop(RECIPE).resume(run, false);
    assertUndisturbed();
    String log = Files.readString(run.resolve("log.txt"));
    assertTrue(log.contains("epoch-00003.ckpt is damaged"), log);
    assertTrue(log.contains("goes on after epoch 2 of 5"), log);
  }

  /** The process may have died between the checkpoint of an epoch and that of the best. */
  @Test
  void savesTheBestAgain() throws IOException {
    stopIn(2);
    byte[] best = Files.readAllBytes(checkpoint("best.ckpt"));
    Files.delete(checkpoint("best.ckpt"));
    assertThrows(
        IllegalStateException.class, () -> loop(RECIPE, new PowerCut(2)).resume(run, false));
    assertArrayEquals(best, Files.readAllBytes(checkpoint("best.ckpt")));
  }

  @Test
  void startsAgainIfItStoppedBeforeTheFirstCheckpoint() throws IOException {
    stopIn(1);
    loop(RECIPE).resume(run, false);
    assertUndisturbed();
  }

  @Test
  void saysIfNoCheckpointCanBeRead() throws IOException {
    stopIn(2);
    Files.write(checkpoint("epoch-00001.ckpt"), new byte[100]);
    Files.write(checkpoint("best.ckpt"), new byte[100]);
    String message = refusal(RECIPE, false);
    assertTrue(
        message.startsWith("no checkpoint can be read: ")
            && message.endsWith("epoch-00001.ckpt is not a checkpoint"),
        message);
  }

  @Test
  void refusesAnotherRecipe() {
    stopIn(3);
    RecipeSpec longer =
        Recipes.spots(new Recipe("spots", 10, 1, 1), new L2Decay(1e-3, true), new ConstantRate());
    String message = refusal(longer, false);
    String before = Decimals.show(RECIPE.curve(48).at(6));
    assertEquals(
        "[RESUME_CHANGED] %s was begun with another recipe or data: epochs 5 -> 10, schedule"
                .formatted(run)
            + " @CosineDecay(floor = 0, per = STEP) -> @ConstantRate, l2Decay 1e-4 -> 0.001; the"
            + " learning rate of update 6 %s -> 0.03; go on with what it was begun with, or say"
                .formatted(before)
            + " --extend to go on with what has changed",
        message);
  }

  /** A process may die between its last checkpoint and the best one. */
  @Test
  void aFinishedRunGetsTheBestCheckpointThatItLacks() throws IOException {
    loop(RECIPE).run(run);
    byte[] best = Files.readAllBytes(checkpoint("best.ckpt"));
    int epoch = EpochResult.best(new RunDirectory(run).history()).epoch();
    Path stored = checkpoint("epoch-%05d.ckpt".formatted(epoch));
    assertTrue(Files.exists(stored), stored.toString());
    Files.copy(
        checkpoint("epoch-%05d.ckpt".formatted(epoch == 5 ? 4 : 5)),
        checkpoint("best.ckpt"),
        StandardCopyOption.REPLACE_EXISTING);
    assertTrue(refusal(RECIPE, false).contains("has finished 5 of 5 epochs"));
    assertArrayEquals(best, Files.readAllBytes(checkpoint("best.ckpt")));
  }

  @Test
  void goesOnWithAnotherRecipeIfAsked() throws IOException {
    loop(RECIPE).run(run);
    assertEquals(
        run + " has finished 5 of 5 epochs: raise the epochs and say --extend to go on",
        refusal(RECIPE, false));
    RecipeSpec longer = Recipes.spots(new Recipe("spots", 7, 1, 1));
    loop(longer).resume(run, true);
    RunDirectory extended = new RunDirectory(run);
    assertEquals(7, extended.history().size());
    assertEquals(7, extended.document().recipe().recipe().epochs());
    String log = Files.readString(run.resolve("log.txt"));
    assertTrue(log.contains("changed since the run was begun: epochs 5 -> 7"), log);
    assertTrue(log.contains("the learning rate of update 15 none (finished) -> "), log);
  }

  @Test
  void refusesAnotherNetwork() {
    stopIn(2);
    RecipeSpec wider = Recipes.spots(FIVE_EPOCHS, new MobileNetV1(0.25));
    String message = refusal(wider, true);
    assertTrue(
        message.matches("the checkpoint has \\d+ parameters, the network \\d+: .*"), message);
  }

  @Test
  void refusesWhatIsNoRun() throws IOException {
    Files.createDirectories(run);
    assertEquals(
        run.resolve("recipe.json") + " is missing: not a run directory",
        refusal(Recipes.spots(FIVE_EPOCHS, new Momentum(0.8)), false));
  }
}
