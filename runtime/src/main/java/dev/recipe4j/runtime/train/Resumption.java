package dev.recipe4j.runtime.train;

import dev.recipe4j.Rule;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.Difference;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.schedule.LearningRateCurve;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a stopped run goes on.
 *
 * @param checkpoint the newest that can be read; empty if the run stopped before its first
 * @param history the epochs up to the checkpoint
 * @param best the best accuracy on the validation images so far, that of the best checkpoint; -1 if
 *     none was measured
 * @param started when the run was begun, in ISO-8601; empty if it begins now
 * @param computation what computed the run before; empty if it begins now
 * @param notes what the user should know
 */
record Resumption(
    Optional<Checkpoint> checkpoint,
    List<EpochResult> history,
    double best,
    Optional<String> started,
    Optional<Computation> computation,
    List<String> notes) {
  private static final double NOT_MEASURED = -1;

  /** A run that starts at the beginning. */
  static final Resumption NONE =
      new Resumption(
          Optional.empty(), List.of(), NOT_MEASURED, Optional.empty(), Optional.empty(), List.of());

  Resumption {
    history = List.copyOf(history);
    notes = List.copyOf(notes);
  }

  /**
   * Reads it from the directory of a run.
   *
   * @param changes whether recipe and data may be others than they were
   * @throws RunFindingException if they are others and may not be (RESUME_CHANGED)
   * @throws RunException if the directory holds no run, or one that is finished
   */
  static Resumption of(RunDirectory directory, TrainingTask task, boolean changes) {
    RunDocument before = directory.document();
    List<String> notes = new ArrayList<>();
    // A position within an epoch means nothing where the batches are others.
    Optional<Checkpoint> checkpoint =
        directory.checkpoints().newest(hasSameBatches(before, task), notes);
    int finished = checkpoint.map(Checkpoint::epoch).orElse(0);
    List<String> differences = differences(before, task);
    if (!differences.isEmpty()) {
      String text =
          String.join(", ", differences)
              + checkpoint.map(c -> "; " + rates(before, task, c.update())).orElse("");
      if (!changes) {
        throw new RunFindingException(
            Rule.RESUME_CHANGED,
            "%s was begun with another recipe or data: %s; go on with what it was begun with, or say --extend to go on with what has changed"
                .formatted(directory.path(), text));
      }
      notes.add("changed since the run was begun: " + text);
    }
    int epochs = task.recipe().recipe().epochs();
    List<EpochResult> history =
        finished == 0
            ? List.of()
            : directory.history().stream().filter(row -> row.epoch() <= finished).toList();
    if (finished >= epochs) {
      throw over(
          directory,
          task,
          history,
          "%s has finished %d of %d epochs: raise the epochs and say --extend to go on"
              .formatted(directory.path(), finished, epochs));
    }
    if (history.size() < finished) {
      throw new RunException(
          "the history of %s ends after epoch %d, its checkpoint is of epoch %d: restore history.csv, or start a new run"
              .formatted(directory.path(), history.size(), finished));
    }
    Optional<String> ended = EarlyEnd.reason(task.recipe(), history);
    if (ended.isPresent()) {
      throw over(
          directory,
          task,
          history,
          "%s has %s: raise the patience of @EarlyStopping and say --extend to go on"
              .formatted(directory.path(), ended.get()));
    }
    notes.add(
        checkpoint.isEmpty()
            ? "the run stopped before its first checkpoint: it starts again"
            : "the run goes on after %s of %d"
                .formatted(checkpoint.orElseThrow().position(), epochs));
    return new Resumption(
        checkpoint,
        history,
        best(history),
        Optional.of(before.started()),
        Optional.of(Computation.of(before)),
        notes);
  }

  private static boolean hasSameBatches(RunDocument before, TrainingTask task) {
    return before.recipe().batch().equals(task.recipe().batch())
        && before.recipe().recipe().seed() == task.recipe().recipe().seed()
        && before.trainExamples() == task.data().train().size();
  }

  /**
   * A run that is over. One that was killed when its last checkpoint was stored, and the best one
   * not yet, has the same checkpoints now as one that was not.
   */
  private static RunException over(
      RunDirectory directory, TrainingTask task, List<EpochResult> history, String message) {
    CheckpointStore checkpoints = directory.checkpoints();
    if (best(history) != NOT_MEASURED) {
      checkpoints.restoreBest(EpochResult.best(history).epoch());
    }
    checkpoints.tidy(task.recipe().checkpoint().keep());
    return new RunException(message);
  }

  private static double best(List<EpochResult> history) {
    return history.stream()
        .mapToDouble(row -> row.testTop1().orElse(NOT_MEASURED))
        .max()
        .orElse(NOT_MEASURED);
  }

  /**
   * The same with the best checkpoint that the history speaks of in its place. If it is lost, the
   * best of what follows will take its place.
   */
  Resumption restoringBest(CheckpointStore checkpoints) {
    if (best == NOT_MEASURED) {
      return this;
    }
    int epoch = EpochResult.best(history).epoch();
    if (checkpoints.restoreBest(epoch)) {
      return this;
    }
    String lost =
        "the checkpoint of the best epoch, %d, is lost: the best of the epochs to come takes its place"
            .formatted(epoch);
    return new Resumption(checkpoint, history, NOT_MEASURED, started, computation, with(lost));
  }

  private List<String> with(String note) {
    return Stream.concat(notes.stream(), Stream.of(note)).toList();
  }

  private static List<String> differences(RunDocument before, TrainingTask task) {
    List<String> differences =
        new ArrayList<>(
            Difference.between(before.recipe(), task.recipe()).stream()
                .map(Difference::toString)
                .toList());
    addCount(differences, "training images", before.trainExamples(), task.data().train().size());
    addCount(
        differences,
        "validation images",
        before.validationExamples(),
        task.data().validation().size());
    if (!before.classNames().equals(task.classNames())) {
      differences.add(
          "classes %s -> %s"
              .formatted(
                  String.join("|", before.classNames()), String.join("|", task.classNames())));
    }
    return differences;
  }

  private static void addCount(List<String> differences, String what, int before, int after) {
    if (before != after) {
      differences.add("%s %d -> %d".formatted(what, before, after));
    }
  }

  /** The learning rate of the next update, as it would have been and as it is. */
  private static String rates(RunDocument before, TrainingTask task, long update) {
    return "the learning rate of update %d %s -> %s"
        .formatted(
            update,
            rate(before.recipe().curve(before.trainExamples()), update),
            rate(task.curve(), update));
  }

  private static String rate(LearningRateCurve curve, long update) {
    return update < curve.updates() ? Decimals.show(curve.at(update)) : "none (finished)";
  }

  /**
   * Puts parameters, the optimiser's memory and the moving average back.
   *
   * @param state what the optimiser remembers, filled
   * @param average filled if there is one; it starts with the parameters if the run had none before
   * @throws RunException if those of the checkpoint are of another network or optimiser
   */
  void restore(Engine engine, List<float[]> state, Optional<FloatBuffer> average) {
    checkpoint.ifPresent(
        saved -> {
          int size = engine.parameters().capacity();
          if (saved.parameters().capacity() != size) {
            throw new RunException(
                "the checkpoint has %d parameters, the network %d: start a new run"
                    .formatted(saved.parameters().capacity(), size));
          }
          int ranks = saved.progress().map(progress -> progress.ranks().size()).orElse(0);
          if (ranks > 0 && ranks != engine.classes() + 1) {
            throw new RunException(
                "the checkpoint has %d ranks, the network %d classes: start a new run"
                    .formatted(ranks, engine.classes()));
          }
          if (!sizes(saved.state()).equals(sizes(state))) {
            throw new RunException(
                "the optimiser of the checkpoint remembers %s values, this one %s: start a new run"
                    .formatted(sizes(saved.state()), sizes(state)));
          }
          engine.parameters().put(0, saved.parameters(), 0, size);
          average.ifPresent(values -> values.put(0, saved.evaluated(), 0, size));
          for (int i = 0; i < state.size(); i++) {
            float[] vector = saved.state().get(i);
            System.arraycopy(vector, 0, state.get(i), 0, vector.length);
          }
        });
  }

  private static String sizes(List<float[]> state) {
    return state.isEmpty()
        ? "no"
        : state.stream().map(v -> Integer.toString(v.length)).collect(Collectors.joining(" + "));
  }

  /** The same with one more note, before the others. */
  Resumption noting(String first) {
    return new Resumption(
        checkpoint,
        history,
        best,
        started,
        computation,
        Stream.concat(Stream.of(first), notes.stream()).toList());
  }

  /** Where in the run it goes on. */
  CheckpointName position() {
    return checkpoint.map(CheckpointName::of).orElse(new CheckpointName(0, 0));
  }

  /** The epochs that are finished; 0 at the beginning. */
  int epochs() {
    return checkpoint.map(Checkpoint::epoch).orElse(0);
  }
}
