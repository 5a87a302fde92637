package dev.recipe4j.runtime.train;

import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.runtime.weights.NetworkWeights;
import dev.recipe4j.runtime.weights.WeightsFile;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The checkpoints of runs as weights. A checkpoint has numbers without names; {@code recipe.json}
 * of its run says of which network they are.
 */
public final class RunWeights {
  private static final String EXTENSION = ".ckpt";

  private RunWeights() {}

  /**
   * Opens a checkpoint of a run, or any other file of weights.
   *
   * @throws dev.recipe4j.runtime.weights.WeightsException if it cannot be read or is damaged
   * @throws RunException if it is a damaged checkpoint, or none in a run directory
   */
  public static WeightsFile open(Path path) {
    return path.toString().endsWith(EXTENSION)
        ? of(runOf(path).document(), CheckpointFile.read(path), path)
        : WeightsFile.open(path);
  }

  /**
   * The tensors of a checkpoint.
   *
   * @param path what messages name
   * @throws RunException if it is not of the network of the run
   */
  public static WeightsFile of(RunDocument document, Checkpoint checkpoint, Path path) {
    ParameterLayout layout = ParameterLayout.of(document.recipe().network(), document.input());
    FloatBuffer parameters = checkpoint.parameters();
    if (parameters.capacity() != layout.size()) {
      throw new RunException(
          "%s has %d parameters, the network of its recipe %d"
              .formatted(path, parameters.capacity(), layout.size()));
    }
    NetworkWeights weights = new NetworkWeights(document.recipe().network(), layout);
    return WeightsFile.of(path, "checkpoint", weights.tensors("recipe4j", parameters));
  }

  private static RunDirectory runOf(Path checkpoint) {
    return Optional.ofNullable(checkpoint.toAbsolutePath().getParent())
        .flatMap(checkpoints -> Optional.ofNullable(checkpoints.getParent()))
        .map(RunDirectory::new)
        .orElseThrow(() -> new RunException(checkpoint + " is in no run directory"));
  }
}
