package dev.recipe4j.runtime.preflight;

import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.data.MinibatchIterator;
import dev.recipe4j.runtime.data.Minibatches;
import dev.recipe4j.runtime.engine.EngineException;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.engine.FreeMemory;
import dev.recipe4j.runtime.preflight.CheckResult.Outcome;
import dev.recipe4j.runtime.train.RunException;
import dev.recipe4j.runtime.train.TrainingTask;
import dev.recipe4j.runtime.train.Trial;
import dev.recipe4j.spec.Batch;
import dev.recipe4j.spec.LearningRate;
import dev.recipe4j.spec.Pretrained;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What can be known of a run before it: {@code Preflight.of(pipeline, data).run()}. Trains for
 * seconds and leaves nothing.
 */
public final class Preflight {
  /** Images looked at by the checks of the data. */
  private static final int SAMPLE = 128;

  /** Most images of the batch that is learned by heart. */
  private static final int OVERFITTED = 32;

  /** Images over which the initial loss is averaged, at least. */
  private static final int FIRST_LOSS = 64;

  private static final int TIMED_UPDATES = 20;
  private static final double TIMED_SECONDS = 5;

  private final TrialSetup setup;

  private Preflight(Pipeline pipeline, ImageData data) {
    this.setup = new TrialSetup(pipeline, data);
  }

  /** The checks of a recipe on some images. */
  public static Preflight of(Pipeline pipeline, ImageData data) {
    return new Preflight(pipeline, data);
  }

  /** Computes with these engines. */
  public Preflight engine(EngineFactory factory) {
    setup.engine(factory);
    return this;
  }

  /** As {@link dev.recipe4j.runtime.Training#threads}. */
  public Preflight threads(int count) {
    setup.threads(count);
    return this;
  }

  /** As {@link dev.recipe4j.runtime.Training#weights}. */
  public Preflight weights(Path file) {
    setup.weights(file);
    return this;
  }

  /**
   * Makes all checks, in this order: schedule, data, memory, initial loss, time, gradients, one
   * batch. If the memory does not do, those after it are left out.
   *
   * @throws RunException if recipe and data do not allow training at all
   * @throws dev.recipe4j.runtime.data.DataException if an image cannot be read
   */
  public List<CheckResult> run() {
    TrainingTask task = setup.task();
    List<CheckResult> results = new ArrayList<>();
    results.add(ScheduleCheck.of(task));
    results.addAll(data(task));
    CheckResult memory = memory(task);
    results.add(memory);
    if (memory.outcome() != Outcome.FAILED) {
      try {
        results.addAll(asTrained(task));
        results.addAll(byHeart(task));
      } catch (EngineException e) {
        // The estimate was too low.
        results.add(
            CheckResult.failed(
                MemoryCheck.NAME,
                String.valueOf(e.getMessage()),
                "take a smaller shard or images"));
      }
    }
    return List.copyOf(results);
  }

  /** Whether one of the checks has failed. */
  public static boolean hasFailed(List<CheckResult> results) {
    return results.stream().anyMatch(result -> result.outcome() == Outcome.FAILED);
  }

  private List<CheckResult> data(TrainingTask task) {
    RecipeSpec recipe = task.recipe();
    Minibatches images =
        new Minibatches(
            task.data().train(),
            task.evaluationChain(),
            SAMPLE,
            false,
            recipe.recipe().seed(),
            setup.threads());
    try (var pass = images.shuffled(1)) {
      return DataCheck.of(pass.next(), task.data().classes(), recipe.normalize());
    }
  }

  private static CheckResult memory(TrainingTask task) {
    try {
      return MemoryCheck.of(
          MemoryCheck.estimate(task), FreeMemory.bytes(), task.recipe().batch().shard());
    } catch (IllegalArgumentException e) {
      throw new RunException("the network cannot be trained: " + e.getMessage(), e);
    }
  }

  /** Initial loss and time, with the batches of a run. */
  private List<CheckResult> asTrained(TrainingTask task) {
    try (Trial trial = Trial.asTrained(task, setup.engine(), setup.threads());
        MinibatchIterator pass = trial.batches(1)) {
      CheckResult loss = initialLoss(trial, pass, task.recipe().pretrained().isPresent());
      return List.of(loss, time(task, trial, pass));
    }
  }

  private static CheckResult initialLoss(
      Trial trial, MinibatchIterator pass, boolean isPretrained) {
    double sum = 0;
    double uniform = 0;
    int images = 0;
    int classes = trial.engine().classes();
    while (images < FIRST_LOSS && pass.hasNext()) {
      Minibatch batch = pass.next();
      sum += batch.size() * trial.gradient(batch);
      uniform += batch.size() * trial.uniformLoss();
      images += batch.size();
    }
    return InitialLossCheck.of(sum / images, uniform / images, classes, isPretrained);
  }

  private static CheckResult time(TrainingTask task, Trial trial, MinibatchIterator first) {
    RecipeSpec recipe = task.recipe();
    MinibatchIterator pass = first;
    long begin = System.nanoTime();
    double waitedBefore = pass.secondsWaited();
    double waited = 0;
    int images = 0;
    int epoch = 1;
    while (trial.updates() < TIMED_UPDATES && secondsSince(begin) < TIMED_SECONDS) {
      if (!pass.hasNext()) {
        waited += pass.secondsWaited() - waitedBefore;
        waitedBefore = 0;
        pass.close();
        pass = trial.batches(++epoch);
      }
      Minibatch batch = pass.next();
      trial.update(batch, task.curve().at(trial.updates()));
      images += batch.size();
    }
    double seconds = secondsSince(begin);
    waited += pass.secondsWaited() - waitedBefore;
    double evaluation = secondsToEvaluateOne(task, trial, pass) * evaluated(task);
    pass.close();
    double perImage = seconds / images;
    return TimeCheck.of(
        perImage * recipe.batch().value(),
        waited / seconds,
        task.curve().updates(),
        evaluation,
        recipe.batch().value());
  }

  /** Images that a run measures on: validation, and as many of the training images. */
  private static long evaluated(TrainingTask task) {
    Recipe recipe = task.recipe().recipe();
    int validation = task.data().validation().size();
    long each = (long) validation + Math.min(validation, task.data().train().size());
    int every = Math.max(1, recipe.evaluateEvery());
    return each * ((recipe.epochs() + every - 1) / every);
  }

  private static double secondsToEvaluateOne(
      TrainingTask task, Trial trial, MinibatchIterator pass) {
    int shard = Math.max(1, task.recipe().batch().shard());
    Minibatches images =
        new Minibatches(task.data().train(), task.evaluationChain(), shard, false, 0, 1);
    pass.close();
    try (var evaluation = images.inOrder()) {
      Minibatch batch = evaluation.next();
      FloatBuffer logits = FloatBuffers.direct((long) batch.size() * trial.engine().classes());
      trial.engine().logits(batch, logits);
      long begin = System.nanoTime();
      trial.engine().logits(batch, logits);
      return secondsSince(begin) / batch.size();
    }
  }

  /** Gradients and overfitting, on one batch without anything random. */
  private List<CheckResult> byHeart(TrainingTask task) {
    RecipeSpec recipe = task.recipe();
    int shard = Math.max(1, recipe.batch().shard());
    int size = Math.min(Math.min(OVERFITTED, shard), task.data().train().size());
    Set<String> frozen =
        recipe.pretrained().map(Pretrained::freeze).map(Set::copyOf).orElse(Set.of());
    try (Trial trial = Trial.withoutChance(task, size, setup.engine(), setup.threads());
        MinibatchIterator pass = trial.batches(1)) {
      return OverfitCheck.of(trial, pass.next(), frozen, learningRate(recipe, size));
    }
  }

  /** The peak as the recipe scales it to a smaller batch. */
  private static double learningRate(RecipeSpec recipe, int batch) {
    Batch whole = recipe.batch();
    return batch >= whole.value()
        ? recipe.peak()
        : LearningRate.scaled(
            recipe.peak(),
            whole.value(),
            batch,
            recipe.learningRate().scalingFor(recipe.optimizer()));
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
