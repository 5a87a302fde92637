package dev.recipe4j.runtime.train;

import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.Setting;
import dev.recipe4j.network.Network;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.data.Minibatches;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.engine.FrozenPrefixEngine;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.Pretrained;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Trains a network: batches in the order of the seed, the learning rate of the curve for each
 * update, and after each epoch its measurements, row and checkpoint.
 */
public final class TrainingLoop {
  private final TrainingTask task;
  private final EngineFactory engines;
  private final int threads;
  private final List<TrainingListener> listeners;

  /**
   * A loop that has not started.
   *
   * @param threads that decode and process images, at least 1; the engine gets one fewer, or as
   *     many where the network is nearly all of the work
   */
  public TrainingLoop(
      TrainingTask task, EngineFactory engines, int threads, List<TrainingListener> listeners) {
    this.task = task;
    this.engines = engines;
    this.threads = threads;
    this.listeners = List.copyOf(listeners);
  }

  /**
   * Trains to the end.
   *
   * @param path where the run directory is made; must not exist or be empty
   * @return the finished run's directory
   * @throws RunException if recipe, data and output do not allow training, or the loss is no number
   */
  public RunDirectory run(Path path) {
    check();
    return train(Resumption.NONE, () -> RunDirectory.create(path));
  }

  /**
   * Goes on with a run that was stopped, after its newest epoch that can be read, as if it had
   * never been: batches, images and learning rates follow from seed and epoch.
   *
   * @param path its run directory
   * @param changes whether recipe and data may be others than they were
   * @throws RunFindingException if they are others and may not be (RESUME_CHANGED)
   * @throws RunException if there is no run to go on with, or training is not possible
   */
  public RunDirectory resume(Path path, boolean changes) {
    check();
    RunDirectory directory = new RunDirectory(path);
    Resumption resumption = Resumption.of(directory, task, changes);
    resumption.bestCheckpoint().ifPresent(directory.checkpoints()::saveBest);
    return train(resumption, () -> directory);
  }

  private void check() {
    if (task.recipe().dataset().fingerprint().isPresent()) {
      listeners.forEach(listener -> listener.note("comparing the data with its fingerprint"));
    }
    task.check();
  }

  /**
   * Trains from where the run is.
   *
   * @param directory asked when everything else is known to be right
   */
  private RunDirectory train(Resumption resumption, Supplier<RunDirectory> directory) {
    boolean begins = resumption.checkpoint().isEmpty();
    Optional<Path> weights =
        begins ? StartingParameters.find(task, task.weights()) : Optional.empty();
    try (Engine engine = open()) {
      Optional<String> loaded =
          begins ? StartingParameters.fill(engine, task, weights) : Optional.empty();
      RunDirectory present = directory.get();
      train(engine, present, loaded.map(resumption::noting).orElse(resumption));
      return present;
    }
  }

  private void train(Engine engine, RunDirectory directory, Resumption resumption) {
    RunLog log = new RunLog(directory.log());
    List<TrainingListener> all =
        new ArrayList<>(List.of(log, new Stopwatch(directory.timesFile())));
    all.addAll(listeners);
    try {
      TrainingListener listener = new Listeners(all);
      task.data().onSkipped(listener::note);
      new Run(engine, directory, listener, resumption).train();
    } catch (RuntimeException e) {
      log.failed(e);
      throw e;
    }
  }

  private Engine open() {
    List<String> frozen = task.recipe().pretrained().map(Pretrained::freeze).orElse(List.of());
    Network network = task.recipe().network();
    int engineThreads = EngineThreads.of(threads, network, task.input());
    try {
      return frozen.isEmpty()
          ? engines.open(network, task.input(), engineThreads)
          : FrozenPrefixEngine.open(engines, network, frozen, task.input(), engineThreads);
    } catch (IllegalArgumentException e) {
      throw new RunException("the network cannot be trained: " + e.getMessage(), e);
    }
  }

  /** The state of one run. */
  private final class Run {
    private final RecipeSpec recipe = task.recipe();
    private final LearningRateCurve curve = task.curve();
    private final Engine engine;
    private final RunDirectory directory;
    private final TrainingListener listener;
    private final TrainingStep step;
    private final Minibatches batches;
    private final Evaluator cleanTrain;
    private final Evaluator test;
    private final Resumption resumption;
    private final List<EpochResult> history;
    private long updates;
    private double best;
    private Optional<String> ended = Optional.empty();

    Run(Engine engine, RunDirectory directory, TrainingListener listener, Resumption resumption) {
      int shard = Math.max(1, recipe.batch().shard());
      long seed = recipe.recipe().seed();
      Examples train = task.data().train();
      Examples validation = task.data().validation();
      this.engine = engine;
      this.directory = directory;
      this.listener = listener;
      this.step = new TrainingStep(engine, recipe);
      this.batches =
          new Minibatches(
              train,
              task.trainChain(),
              recipe.batch().value(),
              recipe.batch().dropLast(),
              seed,
              threads);
      Examples subset = new Subset(train, validation.size(), seed);
      this.cleanTrain = new Evaluator(engine, subset, task.evaluationChain(), shard, threads);
      this.test = new Evaluator(engine, validation, task.evaluationChain(), shard, threads);
      this.resumption = resumption;
      resumption.restore(engine, step.state(), step.average());
      this.history = new ArrayList<>(resumption.history());
      this.best = resumption.best();
      this.updates = resumption.checkpoint().map(Checkpoint::update).orElse(0L);
    }

    void train() {
      start();
      for (int epoch = resumption.epochs() + 1;
          epoch <= recipe.recipe().epochs() && ended.isEmpty();
          epoch++) {
        long begin = System.nanoTime();
        Tally tally = new Tally(engine.classes());
        double learningRate = trainEpoch(epoch, tally);
        double trainSeconds = secondsSince(begin);
        finish(epoch, learningRate, tally, begin, trainSeconds);
      }
      ended.ifPresent(listener::note);
      BestEpoch.examine(directory, engine, test).ifPresent(listener::note);
    }

    private void start() {
      int trainExamples = task.data().train().size();
      int validationExamples = task.data().validation().size();
      directory.write(
          new RunDocument(
              recipe,
              task.classNames(),
              engine.input(),
              task.data().description(),
              trainExamples,
              validationExamples,
              engine.name(),
              versions(),
              resumption.started().orElseGet(TrainingLoop::now),
              task.settings()));
      directory.write(recipe.topK(), history);
      listener.started(
          new RunStart(
              recipe.recipe().id(),
              directory.path(),
              engine.network().name(),
              engine.input(),
              engine.name(),
              trainExamples,
              validationExamples,
              curve,
              resumption.epochs()));
      resumption.notes().forEach(listener::note);
      if (!task.settings().isEmpty()) {
        listener.note(
            "set for this run: "
                + task.settings().stream()
                    .map(Setting::toString)
                    .collect(Collectors.joining(", ")));
      }
      OptionalInt declared = recipe.dataset().trainExamples();
      if (declared.isPresent() && declared.getAsInt() != trainExamples) {
        listener.note(
            "the recipe declares %d training images, the data has %d: the schedule follows the data"
                .formatted(declared.getAsInt(), trainExamples));
      }
    }

    /** Trains on every batch and returns the last learning rate. */
    private double trainEpoch(int epoch, Tally tally) {
      long begin = System.nanoTime();
      double learningRate = 0;
      int number = 0;
      try (var pass = batches.shuffled(epoch)) {
        while (pass.hasNext()) {
          Minibatch batch = pass.next();
          learningRate = curve.at(updates);
          engine.beginUpdate(recipe.recipe().seed(), updates);
          Draw draw = Draw.ofBatch(recipe.recipe().seed(), epoch, number++);
          double loss =
              step.take(
                  batch,
                  shard -> task.trainChain().mixed(shard, draw),
                  learningRate,
                  updates,
                  tally);
          requireFinite(loss, epoch, learningRate, batch);
          double speed = tally.examples() / secondsSince(begin);
          listener.updated(epoch, updates, learningRate, loss, speed);
          listener.waited(pass.secondsWaited() / secondsSince(begin));
          updates++;
        }
      }
      return learningRate;
    }

    private void requireFinite(double loss, int epoch, double learningRate, Minibatch batch) {
      if (!Double.isFinite(loss)) {
        long batchInEpoch = updates - (epoch - 1) * curve.updatesPerEpoch() + 1;
        throw new RunException(
            "the loss is %s at step %d (epoch %d, batch %d of %d images, learning rate %s)"
                    .formatted(
                        loss,
                        updates,
                        epoch,
                        batchInEpoch,
                        batch.size(),
                        Decimals.show(learningRate))
                + ": try a lower learning rate or a warm-up");
      }
    }

    private void finish(
        int epoch, double learningRate, Tally tally, long begin, double trainSeconds) {
      Recipe settings = recipe.recipe();
      boolean evaluated =
          epoch == settings.epochs() || epoch % Math.max(1, settings.evaluateEvery()) == 0;
      OptionalDouble clean = OptionalDouble.empty();
      OptionalDouble testLoss = OptionalDouble.empty();
      OptionalDouble testTop1 = OptionalDouble.empty();
      SortedMap<Integer, Double> testTopK = Collections.emptySortedMap();
      if (evaluated) {
        clean = OptionalDouble.of(step.measured(() -> cleanTrain.evaluate(List.of())).top1());
        Metrics measured = step.measured(() -> test.evaluate(recipe.topK()));
        testLoss = OptionalDouble.of(measured.loss());
        testTop1 = OptionalDouble.of(measured.top1());
        testTopK = measured.topK();
      }
      EpochResult row =
          new EpochResult(
              epoch,
              updates,
              learningRate,
              tally.loss(),
              tally.top1(),
              clean,
              testLoss,
              testTop1,
              testTopK,
              secondsSince(begin),
              tally.examples() / trainSeconds);
      save(row);
      listener.epochEnded(row);
    }

    private void save(EpochResult row) {
      history.add(row);
      directory.write(recipe.topK(), history);
      ended = EarlyEnd.reason(recipe, history);
      double top1 = row.testTop1().orElse(Double.NaN);
      Checkpoint checkpoint =
          new Checkpoint(
              row.epoch(), updates, top1, engine.parameters(), step.average(), step.state());
      boolean isLast = row.epoch() == recipe.recipe().epochs() || ended.isPresent();
      if (isLast || recipe.checkpoint().stores(row.epoch())) {
        directory.checkpoints().save(checkpoint, recipe.checkpoint().keep());
      }
      if (top1 > best) {
        best = top1;
        directory.checkpoints().saveBest(checkpoint);
      }
    }
  }

  private static String now() {
    return OffsetDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static Map<String, String> versions() {
    String own = TrainingLoop.class.getPackage().getImplementationVersion();
    return Map.of(
        "recipe4j",
        own == null ? "development" : own,
        "java",
        Runtime.version().toString(),
        "os",
        System.getProperty("os.name") + " " + System.getProperty("os.arch"));
  }
}
