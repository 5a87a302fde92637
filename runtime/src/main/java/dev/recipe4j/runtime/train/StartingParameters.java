package dev.recipe4j.runtime.train;

import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.InitialParameters;
import dev.recipe4j.runtime.weights.LoadReport;
import dev.recipe4j.runtime.weights.NetworkWeights;
import dev.recipe4j.runtime.weights.WeightsFile;
import dev.recipe4j.runtime.weights.WeightsStore;
import dev.recipe4j.spec.Weights;
import java.nio.file.Path;
import java.util.Optional;

/** What the parameters of a run are before its first update. */
final class StartingParameters {
  private StartingParameters() {}

  /**
   * The file of the pretrained weights that a recipe starts from, with the checksum that it
   * demands; empty if it starts anew.
   *
   * @param named a file that the user names; otherwise it is looked for in the user's store
   * @throws dev.recipe4j.runtime.weights.WeightsException if it is missing or another file
   * @throws RunException if a file is named and the recipe starts anew
   */
  static Optional<Path> find(TrainingTask task, Optional<Path> named) {
    Optional<Weights> weights = task.recipe().pretrained().map(pretrained -> pretrained.value());
    if (weights.isEmpty() && named.isPresent()) {
      throw new RunException(
          "the recipe %s starts without weights, so %s would not be used: add @Pretrained to it"
              .formatted(task.recipe().recipe().id(), named.get()));
    }
    return weights.map(
        published ->
            named
                .map(file -> WeightsStore.verified(published, file))
                .orElseGet(() -> WeightsStore.ofUser().find(published)));
  }

  /**
   * Fills the parameters: with random numbers of the seed, and then with those of a file as far as
   * it goes.
   *
   * @return what has come from the file, in a line
   * @throws dev.recipe4j.runtime.weights.WeightsException if the file is damaged or lacks tensors
   *     that come before the classifier
   */
  static Optional<String> fill(Engine engine, TrainingTask task, Optional<Path> file) {
    InitialParameters.fill(engine.parameters(), engine.layout(), task.recipe().recipe().seed());
    return file.map(path -> load(engine, path));
  }

  private static String load(Engine engine, Path path) {
    try (WeightsFile file = RunWeights.open(path)) {
      LoadReport report =
          new NetworkWeights(engine.network(), engine.layout())
              .loadBackbone(file, engine.parameters());
      return "starts from %s: %s".formatted(path.getFileName(), report);
    }
  }
}
