package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.Blobs;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.Recipes;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.data.Minibatches;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.engine.InitialParameters;
import dev.recipe4j.runtime.engine.LossWeights;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.Batch;
import dev.recipe4j.spec.GradientClip;
import dev.recipe4j.spec.L2Decay;
import dev.recipe4j.spec.LearningRate;
import dev.recipe4j.spec.LinearWarmup;
import dev.recipe4j.spec.Momentum;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import dev.recipe4j.spec.TopK;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop: steps, shards, evaluation, and how a run ends badly. */
class TrainingLoopTest {
  private static final Shape INPUT = new Shape(1, 16, 16);

  @TempDir Path directory;

  /** Momentum and decay 0 and a gradient of 1: the step is the learning rate itself. */
  @Test
  void everyStepUsesTheLearningRateOfTheCurve() {
    RecipeSpec recipe = Recipes.spots(new Momentum(0), new L2Decay(0, true));
    ConstantGradientEngine engine = new ConstantGradientEngine(INPUT);
    loop(recipe, new Blobs(100, 9), (n, i, t) -> engine).run(directory.resolve("run"));
    LearningRateCurve curve = recipe.curve(100);
    assertEquals(curve.updates() + 1, engine.steps.size());
    for (int update = 0; update < curve.updates(); update++) {
      assertEquals((float) curve.at(update), engine.steps.get(update + 1), 1e-9);
    }
  }

  /** The gradient of the shards' mean is clipped, and before the learning rate. */
  @Test
  void clippingComesBeforeTheLearningRate() {
    GradientClip clip = new GradientClip(OptionalDouble.empty(), OptionalDouble.of(0.25));
    RecipeSpec recipe =
        Recipes.spots(new Momentum(0), new L2Decay(0, true), new Batch(16, 1, 4, false), clip);
    ConstantGradientEngine engine = new ConstantGradientEngine(INPUT);
    loop(recipe, new Blobs(100, 9), (n, i, t) -> engine).run(directory.resolve("run"));
    LearningRateCurve curve = recipe.curve(100);
    // Full batches are of four passes; the parameters are 0 again after the first of them.
    assertEquals((float) (0.25 * curve.at(0)), engine.steps.get(4), 1e-9);
    assertEquals((float) (0.25 * curve.at(1)), engine.steps.get(8), 1e-9);
  }

  @Test
  void theScheduleFollowsTheDataAndSaysSo() {
    List<String> notes = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void note(String message) {
            notes.add(message);
          }
        };
    RecipeSpec recipe = Recipes.spots();
    ConstantGradientEngine engine = new ConstantGradientEngine(INPUT);
    new TrainingLoop(task(recipe, new Blobs(100, 9)), (n, i, t) -> engine, 1, List.of(listener))
        .run(directory.resolve("run"));
    assertEquals(
        List.of(
            "the recipe declares 240 training images, the data has 100: the schedule follows the"
                + " data"),
        notes);
  }

  @Test
  void theAccuraciesOfTheRecipeHaveColumns() throws IOException {
    RecipeSpec recipe = Recipes.spots(new TopK(List.of(2)));
    Path out = directory.resolve("run");
    RunDirectory run = loop(recipe, new Blobs(32, 9), ReferenceEngine::new).run(out);
    assertTrue(
        Files.readString(out.resolve("history.csv"))
            .startsWith(
                "epoch,step,learning_rate,train_loss,train_top1,clean_train_top1,test_loss,"
                    + "test_top1,test_top2,seconds,images_per_second\n"));
    for (EpochResult row : run.history()) {
      assertTrue(row.testTopK().getOrDefault(2, -1.0) >= row.testTop1().getAsDouble());
    }
  }

  @Test
  void evaluationComesAtItsEpochsAndLast() {
    RecipeSpec recipe = Recipes.spots(new Recipe("spots", 5, 1, 2));
    ConstantGradientEngine engine = new ConstantGradientEngine(INPUT);
    RunDirectory run =
        loop(recipe, new Blobs(32, 9), (n, i, t) -> engine).run(directory.resolve("run"));
    assertEquals(
        List.of(false, true, false, true, true),
        run.history().stream().map(row -> row.testTop1().isPresent()).toList());
    assertEquals(
        List.of(false, true, false, true, true),
        run.history().stream().map(row -> row.cleanTrainTop1().isPresent()).toList());
  }

  @Test
  void aLossThatIsNoNumberStopsTheRun() throws IOException {
    RecipeSpec recipe = Recipes.spots();
    ConstantGradientEngine engine = new ConstantGradientEngine(INPUT, 1, 1, 1, Double.NaN);
    Path out = directory.resolve("run");
    TrainingLoop loop = loop(recipe, new Blobs(32, 9), (n, i, t) -> engine);
    RunException e = assertThrows(RunException.class, () -> loop.run(out));
    String lr = Decimals.show(recipe.curve(32).at(3));
    assertEquals(
        "the loss is NaN at step 3 (epoch 2, batch 2 of 16 images, learning rate "
            + lr
            + "); the last good checkpoint is "
            + out.resolve("checkpoints").resolve("epoch-00001.ckpt")
            + " (epoch 1, step 2): lower the learning rate, or add @LinearWarmup or @GradientClip,"
            + " and start again or go on from it with --resume --extend",
        e.getMessage());
    assertTrue(Files.readString(out.resolve("log.txt")).contains("stopped: the loss is NaN"));
    assertEquals(1, new RunDirectory(out).history().size());
  }

  /** The loss of the engine says nothing of the parameters; no checkpoint may hold them. */
  @Test
  void parametersThatAreNoNumbersStopTheRun() throws IOException {
    ConstantGradientEngine engine = new ConstantGradientEngine(INPUT);
    Path out = directory.resolve("run");
    TrainingListener spoiling =
        new TrainingListener() {
          @Override
          public void updated(int epoch, long update, double rate, double loss, double speed) {
            if (update == 3) {
              engine.parameters().put(200, Float.NaN);
            }
          }
        };
    TrainingLoop loop =
        new TrainingLoop(
            task(Recipes.spots(), new Blobs(32, 9)), (n, i, t) -> engine, 1, List.of(spoiling));
    RunException e = assertThrows(RunException.class, () -> loop.run(out));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.startsWith("a parameter of conv"), message);
    assertTrue(message.contains(" is NaN after step 4; the last good checkpoint is "), message);
    assertTrue(message.contains("epoch-00001.ckpt (epoch 1, step 2): lower the learning"), message);
    assertEquals(1, new RunDirectory(out).last().epoch());
    assertEquals(1, new RunDirectory(out).best().epoch());
  }

  /**
   * With the real engine, a learning rate a hundred times too high and checkpoints all the while.
   */
  @Test
  void aRunThatExplodesKeepsItsGoodCheckpoints() throws IOException {
    RecipeSpec recipe =
        Recipes.spots(
            new Recipe("spots", 60, 1, 1),
            new LearningRate(
                OptionalDouble.of(1e6),
                OptionalInt.of(16),
                dev.recipe4j.LearningRate.Scaling.AUTO,
                OptionalDouble.empty()),
            new LinearWarmup(1, 0, true),
            new dev.recipe4j.spec.Checkpoint(1, OptionalInt.of(1), 2));
    Path out = directory.resolve("run");
    TrainingLoop loop = loop(recipe, new Blobs(96, 9), ReferenceEngine::new);
    RunException e = assertThrows(RunException.class, () -> loop.run(out));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains("the loss "), message);
    assertTrue(message.contains("; the last good checkpoint is "), message);
    Checkpoint last =
        new RunDirectory(out).checkpoints().newest(true, new ArrayList<>()).orElseThrow();
    for (int i = 0; i < last.parameters().capacity(); i++) {
      assertTrue(Float.isFinite(last.parameters().get(i)));
    }
  }

  @Test
  void dataThatDoesNotFitIsRefused() {
    RecipeSpec recipe = Recipes.spots();
    assertEquals("no training images in synthetic spots", refusal(recipe, new Blobs(0, 9)));
    assertEquals("no validation images in synthetic spots", refusal(recipe, new Blobs(32, 0)));
    assertEquals(
        "10 training images make no batch of 16",
        refusal(Recipes.spots(new Batch(16, 1, 1, true)), new Blobs(10, 9)));
  }

  private String refusal(RecipeSpec recipe, ImageData data) {
    TrainingLoop loop = loop(recipe, data, ReferenceEngine::new);
    Path out = directory.resolve("refused");
    return String.valueOf(assertThrows(RunException.class, () -> loop.run(out)).getMessage());
  }

  @Test
  void shardsGiveTheGradientOfTheWholeBatch() {
    try (Engine engine = new ReferenceEngine(LeNetDescription.of(3), INPUT, 1)) {
      InitialParameters.fill(engine.parameters(), engine.layout(), 1);
      Pipeline pipeline = Recipes.pipeline(Recipes.spots());
      Minibatches batches =
          new Minibatches(new Blobs(22, 0).train(), pipeline.trainChain(), 22, false, 1, 1);
      try (var pass = batches.inOrder()) {
        Minibatch batch = pass.next();
        Tally one = new Tally(3);
        BatchGradient whole = new BatchGradient(engine, 22, 22, LossWeights.EQUAL);
        double loss = whole.compute(batch, UnaryOperator.identity(), one);
        Tally several = new Tally(3);
        BatchGradient shards = new BatchGradient(engine, 22, 8, LossWeights.EQUAL);
        assertEquals(loss, shards.compute(batch, UnaryOperator.identity(), several), 1e-6);
        assertEquals(one.top1(), several.top1());
        FloatBuffer expected = whole.gradient();
        for (int i = 0; i < expected.capacity(); i++) {
          assertEquals(expected.get(i), shards.gradient().get(i), 1e-6);
        }
      }
    }
  }

  private static TrainingLoop loop(RecipeSpec recipe, ImageData data, EngineFactory engines) {
    return new TrainingLoop(task(recipe, data), engines, 1, List.of());
  }

  private static TrainingTask task(RecipeSpec recipe, ImageData data) {
    Pipeline pipeline = Recipes.pipeline(recipe);
    return new TrainingTask(
        recipe, pipeline.trainChain(), pipeline.evaluationChain(), data, List.of());
  }
}
