package dev.recipe4j.runtime.train;

import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.data.Minibatches;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.EngineListener;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/** The epochs of a run: its batches, then measurements, row and checkpoint. */
final class EpochLoop {
  private final TrainingTask task;
  private final RecipeSpec recipe;
  private final LearningRateCurve curve;
  private final Engine engine;
  private final RunState state;
  private final TrainingListener listener;
  private final List<EngineListener> engineListeners;
  private final StopRequest stop;
  private final TrainingStep step;
  private final LossGuard guard;
  private final Minibatches batches;
  private final Evaluator cleanTrain;
  private final Evaluator test;

  EpochLoop(
      TrainingTask task,
      Engine engine,
      RunState state,
      int threads,
      TrainingListener listener,
      List<EngineListener> engineListeners,
      StopRequest stop) {
    this.task = task;
    this.recipe = task.recipe();
    this.curve = task.curve();
    this.engine = engine;
    this.state = state;
    this.listener = listener;
    this.engineListeners = engineListeners;
    this.stop = stop;
    this.step = state.step();
    this.guard = new LossGuard(engine.classes());
    long seed = recipe.recipe().seed();
    int shard = Math.max(1, recipe.batch().shard());
    Examples train = task.data().train();
    Examples validation = task.data().validation();
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
  }

  /**
   * Trains the epochs that are left, then looks at the best one class by class.
   *
   * @param directory of the run
   * @throws RunStoppedException if it was asked to stop and something is left
   */
  void train(RunDirectory directory) {
    Optional<EpochProgress> begun = state.progress();
    Optional<String> ended = Optional.empty();
    int epochs = recipe.recipe().epochs();
    for (int epoch = state.history().size() + 1; epoch <= epochs && ended.isEmpty(); epoch++) {
      EpochProgress trained = train(epoch, begun);
      begun = Optional.empty();
      ended = finish(epoch, trained);
    }
    ended.ifPresent(listener::note);
    BestEpoch.examine(directory, engine, test).ifPresent(listener::note);
  }

  /** Trains on the batches of an epoch that are left; what all of them came to. */
  private EpochProgress train(int epoch, Optional<EpochProgress> begun) {
    long begin = System.nanoTime();
    int classes = engine.classes();
    Tally tally = begun.map(from -> new Tally(classes, from)).orElseGet(() -> new Tally(classes));
    double earlier = begun.map(EpochProgress::seconds).orElse(0.0);
    double learningRate = begun.map(EpochProgress::learningRate).orElse(0.0);
    int done = begun.map(EpochProgress::batches).orElse(0);
    engineListeners.forEach(follower -> follower.epochStarted(engine, epoch));
    try (var pass = batches.shuffled(epoch, done)) {
      while (pass.hasNext()) {
        Minibatch batch = pass.next();
        learningRate = curve.at(state.updates());
        double loss = update(batch, epoch, done, learningRate, tally);
        done++;
        double seconds = secondsSince(begin);
        double speed = tally.examples() / (earlier + seconds);
        listener.updated(epoch, state.updates(), learningRate, loss, speed);
        listener.waited(pass.secondsWaited() / seconds);
        long update = state.updates();
        engineListeners.forEach(follower -> follower.updated(engine, batch, epoch, update, loss));
        state.countUpdate();
        boolean isStored = recipe.checkpoint().storesStep(state.updates()) && !guard.isHigh(loss);
        if (isStored || stop.isMade()) {
          state.store(epoch - 1, tally.progress(done, learningRate, earlier + seconds));
        }
        if (stop.isMade()) {
          throw state.stopped(
              "epoch %d, batch %d of %d".formatted(epoch, done, curve.updatesPerEpoch()));
        }
      }
    }
    engineListeners.forEach(follower -> follower.epochEnded(engine, epoch));
    return tally.progress(done, learningRate, earlier + secondsSince(begin));
  }

  private double update(Minibatch batch, int epoch, int number, double learningRate, Tally tally) {
    long seed = recipe.recipe().seed();
    engine.beginUpdate(seed, state.updates());
    Draw draw = Draw.ofBatch(seed, epoch, number);
    double loss =
        step.take(
            batch,
            shard -> task.trainChain().mixed(shard, draw),
            learningRate,
            state.updates(),
            tally);
    Optional<String> complaint = guard.complaint(loss);
    if (complaint.isPresent()) {
      throw state.diverged(
          "%s at step %d (epoch %d, batch %d of %d images, learning rate %s)"
              .formatted(
                  complaint.get(),
                  state.updates(),
                  epoch,
                  number + 1,
                  batch.size(),
                  Decimals.show(learningRate)));
    }
    return loss;
  }

  /** Measures an epoch whose batches are done and stores it; why the run ends early, if it does. */
  private Optional<String> finish(int epoch, EpochProgress trained) {
    long begin = System.nanoTime();
    state.requireFinite();
    Recipe settings = recipe.recipe();
    boolean isLast = epoch == settings.epochs();
    OptionalDouble clean = OptionalDouble.empty();
    OptionalDouble testLoss = OptionalDouble.empty();
    OptionalDouble testTop1 = OptionalDouble.empty();
    SortedMap<Integer, Double> testTopK = Collections.emptySortedMap();
    if (isLast || epoch % Math.max(1, settings.evaluateEvery()) == 0) {
      clean = OptionalDouble.of(measured(epoch, trained, cleanTrain, List.of()).top1());
      Metrics measured = measured(epoch, trained, test, recipe.topK());
      testLoss = OptionalDouble.of(measured.loss());
      testTop1 = OptionalDouble.of(measured.top1());
      testTopK = measured.topK();
    }
    Tally tally = new Tally(engine.classes(), trained);
    EpochResult row =
        new EpochResult(
            epoch,
            state.updates(),
            trained.learningRate(),
            tally.loss(),
            tally.top1(),
            clean,
            testLoss,
            testTop1,
            testTopK,
            trained.seconds() + secondsSince(begin),
            tally.examples() / trained.seconds());
    state.add(row);
    Optional<String> ended = EarlyEnd.reason(recipe, state.history());
    boolean isFinished = isLast || ended.isPresent();
    boolean stops = stop.isMade() && !isFinished;
    state.storeEpoch(isFinished || stops);
    listener.epochEnded(row);
    if (stops) {
      throw state.stopped("epoch %d of %d".formatted(epoch, settings.epochs()));
    }
    return ended;
  }

  /** An evaluation may take minutes: one that is interrupted is made again after the resume. */
  private Metrics measured(
      int epoch, EpochProgress trained, Evaluator evaluator, List<Integer> topK) {
    Metrics metrics = step.measured(() -> evaluator.evaluate(topK, stop::isMade));
    if (stop.isMade()) {
      state.store(epoch - 1, trained);
      throw state.stopped("epoch %d, before its evaluation".formatted(epoch));
    }
    return metrics;
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
