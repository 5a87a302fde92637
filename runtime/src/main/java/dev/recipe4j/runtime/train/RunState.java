package dev.recipe4j.runtime.train;

import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.spec.RecipeSpec;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a run has reached, in memory and in its directory. What the directory holds suffices to go
 * on with at any moment: every file is replaced as a whole, the history before the checkpoint that
 * needs it.
 */
final class RunState {
  private final RecipeSpec recipe;
  private final Engine engine;
  private final RunDirectory directory;
  private final TrainingStep step;
  private final List<EpochResult> history;
  private final Optional<EpochProgress> progress;
  private long updates;
  private double best;

  /** The state that a run starts with, or goes on with. */
  RunState(TrainingTask task, Engine engine, RunDirectory directory, Resumption resumption) {
    this.recipe = task.recipe();
    this.engine = engine;
    this.directory = directory;
    this.step = new TrainingStep(engine, recipe, task.lossWeights());
    resumption.restore(engine, step.state(), step.average());
    directory.checkpoints().setAsideAfter(resumption.position());
    this.history = new ArrayList<>(resumption.history());
    this.progress = resumption.checkpoint().flatMap(Checkpoint::progress);
    this.best = resumption.best();
    this.updates = resumption.checkpoint().map(Checkpoint::update).orElse(0L);
  }

  TrainingStep step() {
    return step;
  }

  /** Finished epochs, the first one first. */
  List<EpochResult> history() {
    return Collections.unmodifiableList(history);
  }

  void add(EpochResult row) {
    history.add(row);
  }

  /** How far the epoch after the finished ones had come when the run was stored. */
  Optional<EpochProgress> progress() {
    return progress;
  }

  /** Finished optimiser updates. */
  long updates() {
    return updates;
  }

  void countUpdate() {
    updates++;
  }

  /**
   * Stores the run within an epoch.
   *
   * @param epochs finished
   * @throws RunException if it cannot be written, or the parameters are not finite
   */
  void store(int epochs, EpochProgress reached) {
    requireFinite();
    save(
        () ->
            directory
                .checkpoints()
                .save(
                    checkpoint(epochs, Double.NaN, Optional.of(reached)),
                    recipe.checkpoint().keep()));
  }

  /**
   * Writes the history with its newest row, and stores the run if it is due.
   *
   * @param isDue whether it is whatever the recipe says
   */
  void storeEpoch(boolean isDue) {
    EpochResult row = history.get(history.size() - 1);
    double top1 = row.testTop1().orElse(Double.NaN);
    save(
        () -> {
          directory.write(recipe.topK(), history);
          Checkpoint checkpoint = checkpoint(row.epoch(), top1, Optional.empty());
          if (isDue || recipe.checkpoint().stores(row.epoch())) {
            directory.checkpoints().save(checkpoint, recipe.checkpoint().keep());
          }
          if (top1 > best) {
            best = top1;
            directory.checkpoints().saveBest(checkpoint);
          }
        });
  }

  private Checkpoint checkpoint(int epochs, double top1, Optional<EpochProgress> reached) {
    return new Checkpoint(
        epochs, updates, top1, engine.parameters(), step.average(), step.state(), reached);
  }

  private static void save(Runnable writing) {
    try {
      writing.run();
    } catch (RunException e) {
      throw new RunException(e.getMessage() + ": mend that, then go on with --resume", e);
    }
  }

  /**
   * The loss can be finite although parameters are not, as those of a unit that never fires. Such a
   * state must not take the place of a good one.
   *
   * @throws RunException if a parameter, an average or what the optimiser remembers is no number
   */
  void requireFinite() {
    ParameterLayout layout = engine.layout();
    requireFinite("parameter", engine.parameters(), layout);
    step.average().ifPresent(average -> requireFinite("averaged parameter", average, layout));
    for (float[] vector : step.state()) {
      requireFinite("value that the optimiser remembers", FloatBuffer.wrap(vector), layout);
    }
  }

  private void requireFinite(String what, FloatBuffer values, ParameterLayout layout) {
    for (int i = 0; i < values.capacity(); i++) {
      if (!Float.isFinite(values.get(i))) {
        throw diverged(
            "a %s of %s is %s after step %d"
                .formatted(what, tensor(i, layout), values.get(i), updates));
      }
    }
  }

  private static String tensor(int index, ParameterLayout layout) {
    return layout.entries().stream()
        .filter(entry -> entry.offset() <= index && index < entry.end())
        .findFirst()
        .map(entry -> entry.layer().name())
        .orElse("the network");
  }

  /** A run that has diverged, and what to go on from. */
  RunException diverged(String how) {
    String good =
        directory
            .checkpoints()
            .describeNewest()
            .map("; the last good checkpoint is %s: "::formatted)
            .orElse("; nothing was stored before: ");
    return new RunException(
        how
            + good
            + "lower the learning rate, or add @LinearWarmup or @GradientClip, and start again or go"
            + " on from it with --resume --extend");
  }

  /** A run that was asked to stop. */
  RunStoppedException stopped(String position) {
    return new RunStoppedException(directory.path(), position, updates);
  }
}
