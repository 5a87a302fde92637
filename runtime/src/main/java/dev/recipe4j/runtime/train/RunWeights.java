package dev.recipe4j.runtime.train;

import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.runtime.weights.NetworkWeights;
import dev.recipe4j.runtime.weights.SafetensorsWriter;
import dev.recipe4j.runtime.weights.StoredTensor;
import dev.recipe4j.runtime.weights.WeightsFile;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    requireSize(parameters, layout, path);
    NetworkWeights weights = new NetworkWeights(document.recipe().network(), layout);
    return WeightsFile.of(path, "checkpoint", weights.tensors("recipe4j", parameters));
  }

  /**
   * Writes the best epoch of a run as safetensors, for other programs.
   *
   * @param publisher whose names the tensors get: {@code recipe4j}, or that of a publisher of the
   *     network, such as {@code torchvision}
   * @throws RunException if the directory is not one of a run, or the file cannot be written
   * @throws dev.recipe4j.runtime.weights.WeightsException if the publisher has no such network
   */
  public static void export(Path runDirectory, String publisher, Path file) {
    RunDirectory run = new RunDirectory(runDirectory);
    RunDocument document = run.document();
    ParameterLayout layout = ParameterLayout.of(document.recipe().network(), document.input());
    FloatBuffer parameters = run.best().parameters();
    requireSize(parameters, layout, runDirectory);
    NetworkWeights weights = new NetworkWeights(document.recipe().network(), layout);
    List<StoredTensor> tensors = weights.tensors(publisher, parameters);
    Map<String, String> notes =
        Map.of(
            "recipe",
            document.recipe().recipe().id(),
            "network",
            document.recipe().network().name());
    AtomicFile.write(file, channel -> SafetensorsWriter.write(channel, tensors, notes));
  }

  private static void requireSize(FloatBuffer parameters, ParameterLayout layout, Path path) {
    if (parameters.capacity() != layout.size()) {
      throw new RunException(
          "%s has %d parameters, the network of its recipe %d"
              .formatted(path, parameters.capacity(), layout.size()));
    }
  }

  private static RunDirectory runOf(Path checkpoint) {
    return Optional.ofNullable(checkpoint.toAbsolutePath().getParent())
        .flatMap(checkpoints -> Optional.ofNullable(checkpoints.getParent()))
        .map(RunDirectory::new)
        .orElseThrow(() -> new RunException(checkpoint + " is in no run directory"));
  }
}
