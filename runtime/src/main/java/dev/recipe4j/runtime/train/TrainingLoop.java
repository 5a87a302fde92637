package dev.recipe4j.runtime.train;

import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.engine.EngineListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Trains a network: from the beginning of a run, or from its newest checkpoint. */
public final class TrainingLoop {
  private final TrainingTask task;
  private final EngineFactory engines;
  private final int threads;
  private final List<TrainingListener> listeners;
  private final List<EngineListener> engineListeners;
  private final StopRequest stop;

  /**
   * A loop that has not started.
   *
   * @param threads that decode and process images, at least 1; the engine gets one fewer, or as
   *     many where the network is nearly all of the work
   */
  public TrainingLoop(
      TrainingTask task, EngineFactory engines, int threads, List<TrainingListener> listeners) {
    this(task, engines, threads, listeners, List.of(), () -> false);
  }

  /**
   * A loop that has not started.
   *
   * @param engineListeners look into the engine
   * @param stop asked after every update and while it evaluates; once it says yes, the run is
   *     stored and ends with a {@link RunStoppedException}
   */
  public TrainingLoop(
      TrainingTask task,
      EngineFactory engines,
      int threads,
      List<TrainingListener> listeners,
      List<EngineListener> engineListeners,
      BooleanSupplier stop) {
    this.task = task;
    this.engines = engines;
    this.threads = threads;
    this.listeners = List.copyOf(listeners);
    this.engineListeners = List.copyOf(engineListeners);
    this.stop = new StopRequest(stop);
  }

  /**
   * Trains to the end.
   *
   * @param path where the run directory is made; must not exist or be empty
   * @return the finished run's directory
   * @throws RunException if recipe, data and output do not allow training, or it diverges
   * @throws RunStoppedException if it was asked to stop
   */
  public RunDirectory run(Path path) {
    check();
    return train(Resumption.NONE, () -> RunDirectory.create(path));
  }

  /**
   * Goes on with a run that was stopped, from its newest checkpoint that can be read, as if it had
   * never been: batches, images and learning rates follow from seed, epoch and update.
   *
   * @param path its run directory
   * @param changes whether recipe and data may be others than they were
   * @throws RunFindingException if they are others and may not be (RESUME_CHANGED)
   * @throws RunException if there is no run to go on with, training is not possible, or it diverges
   * @throws RunStoppedException if it was asked to stop
   */
  public RunDirectory resume(Path path, boolean changes) {
    check();
    RunDirectory directory = new RunDirectory(path);
    Resumption resumption = Resumption.of(directory, task, changes);
    return train(resumption.restoringBest(directory.checkpoints()), () -> directory);
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
    try (Engine engine =
        TrainingEngine.open(task, task.recipe().network(), task.input(), engines, threads)) {
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
      RunState state = new RunState(task, engine, directory, resumption);
      RunBeginning.tell(task, engine, engineThreads(), directory, resumption, listener);
      new EpochLoop(task, engine, state, threads, listener, engineListeners, stop).train(directory);
    } catch (RuntimeException e) {
      log.failed(e);
      throw e;
    }
  }

  private int engineThreads() {
    return EngineThreads.of(threads, task.recipe().network(), task.input());
  }
}
