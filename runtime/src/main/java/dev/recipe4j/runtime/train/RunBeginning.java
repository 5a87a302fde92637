package dev.recipe4j.runtime.train;

import dev.recipe4j.declaration.Setting;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.spec.RecipeSpec;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What is written and told before the first update of a run, or the first after a resume. */
final class RunBeginning {
  private RunBeginning() {}

  /**
   * Writes document and history, and tells the listener.
   *
   * @param engineThreads of the engine
   */
  static void tell(
      TrainingTask task,
      Engine engine,
      int engineThreads,
      RunDirectory directory,
      Resumption resumption,
      TrainingListener listener) {
    RecipeSpec recipe = task.recipe();
    Computation computation = Computation.here(engine.name(), engineThreads);
    int trainExamples = task.data().train().size();
    int validationExamples = task.data().validation().size();
    List<String> others =
        resumption.computation().map(before -> before.differences(computation)).orElse(List.of());
    directory.write(
        new RunDocument(
            recipe,
            task.classNames(),
            engine.input(),
            task.data().description(),
            trainExamples,
            validationExamples,
            computation.engine(),
            computation.threads(),
            computation.versions(),
            resumption.started().orElseGet(RunBeginning::now),
            task.settings()));
    directory.write(recipe.topK(), resumption.history());
    listener.started(
        new RunStart(
            recipe.recipe().id(),
            directory.path(),
            engine.network().name(),
            engine.input(),
            engine.name(),
            trainExamples,
            validationExamples,
            task.curve(),
            resumption.epochs()));
    resumption.notes().forEach(listener::note);
    if (!others.isEmpty()) {
      listener.note(
          "warning: it is computed otherwise than before (%s): the result will not be bit for bit that of a run that was not stopped"
              .formatted(String.join(", ", others)));
    }
    task.weighingNote().ifPresent(listener::note);
    if (!task.settings().isEmpty()) {
      listener.note(
          "set for this run: "
              + task.settings().stream().map(Setting::toString).collect(Collectors.joining(", ")));
    }
    OptionalInt declared = recipe.dataset().trainExamples();
    if (declared.isPresent() && declared.getAsInt() != trainExamples) {
      listener.note(
          "the recipe declares %d training images, the data has %d: the schedule follows the data"
              .formatted(declared.getAsInt(), trainExamples));
    }
  }

  private static String now() {
    return OffsetDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
