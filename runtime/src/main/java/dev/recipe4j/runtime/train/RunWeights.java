package dev.recipe4j.runtime.train;

import dev.recipe4j.Slot;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.engine.OnnxModel;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import dev.recipe4j.runtime.weights.NetworkWeights;
import dev.recipe4j.runtime.weights.SafetensorsWriter;
import dev.recipe4j.runtime.weights.StoredTensor;
import dev.recipe4j.runtime.weights.WeightsFile;
import dev.recipe4j.spec.Normalize;
import java.nio.FloatBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
    return WeightsFile.of(path, "checkpoint", tensors(document, checkpoint, "recipe4j", path));
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
    List<StoredTensor> tensors = tensors(document, run.best(), publisher, runDirectory);
    Map<String, String> notes =
        Map.of(
            "recipe",
            document.recipe().recipe().id(),
            "network",
            document.recipe().network().name());
    AtomicFile.write(file, channel -> SafetensorsWriter.write(channel, tensors, notes));
  }

  /**
   * Writes the best epoch of a run as the zip of a ComputationGraph of stock layers with softmax,
   * which DL4J's ModelSerializer reads without this project.
   *
   * @throws RunException if the directory is not one of a run, or the file cannot be written
   */
  public static void exportDl4j(Path runDirectory, Path file) {
    RunDirectory run = new RunDirectory(runDirectory);
    RunDocument document = run.document();
    FloatBuffer parameters = run.best().evaluated();
    try (ReferenceEngine engine =
        new ReferenceEngine(document.recipe().network(), document.input(), 1)) {
      requireSize(parameters, engine.layout(), runDirectory);
      engine.parameters().put(0, parameters, 0, parameters.capacity());
      AtomicFile.write(file, channel -> engine.writeModel(Channels.newOutputStream(channel)));
    }
  }

  /**
   * Writes the best epoch of a run as an ONNX model. Its metadata say what a program has to know:
   * recipe, names of the classes, and how images are normalised.
   *
   * @throws RunException if the directory is not one of a run, or the file cannot be written
   */
  public static void exportOnnx(Path runDirectory, Path file) {
    RunDirectory run = new RunDirectory(runDirectory);
    RunDocument document = run.document();
    Network network = document.recipe().network();
    Checkpoint best = run.best();
    FloatBuffer parameters = best.evaluated();
    List<String> names =
        tensors(document, best, "recipe4j", runDirectory).stream().map(StoredTensor::name).toList();
    Map<String, String> notes = new TreeMap<>();
    notes.put("recipe", document.recipe().recipe().id());
    notes.put("classes", String.join("\n", document.classNames()));
    document
        .recipe()
        .find(Slot.NORMALIZE, Normalize.class)
        .ifPresent(
            normalize -> {
              notes.put("mean", normalize.mean().toString());
              notes.put("std", normalize.std().toString());
            });
    AtomicFile.write(
        file,
        channel ->
            OnnxModel.write(
                network,
                evaluationInput(document),
                parameters,
                names,
                notes,
                Channels.newOutputStream(channel)));
  }

  /** Shape of an image as it is evaluated, which may be larger than those of training. */
  private static Shape evaluationInput(RunDocument document) {
    int channels = document.input().channels();
    return document
        .recipe()
        .evaluation()
        .map(evaluation -> new Shape(channels, evaluation.crop(), evaluation.crop()))
        .orElse(document.input());
  }

  private static List<StoredTensor> tensors(
      RunDocument document, Checkpoint checkpoint, String publisher, Path path) {
    Network network = document.recipe().network();
    ParameterLayout layout = ParameterLayout.of(network, document.input());
    FloatBuffer parameters = checkpoint.evaluated();
    requireSize(parameters, layout, path);
    return new NetworkWeights(network, layout).tensors(publisher, parameters);
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
        .filter(run -> Files.exists(run.resolve(RunDirectory.DOCUMENT)))
        .map(RunDirectory::new)
        .orElseThrow(
            () ->
                new RunException(
                    "%s is a checkpoint outside its run, so its network is not known: write it as safetensors with 'recipe4j export RUN --out FILE'"
                        .formatted(checkpoint)));
  }
}
