package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.data.EmbeddedData;
import dev.recipe4j.runtime.data.ImageData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The images of a recipe. */
final class DataOption {
  @Spec(Spec.Target.MIXEE)
  CommandSpec command;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "IDX files, CIFAR's binary version, train_list.txt and val_list.txt of 'path label' lines,"
              + " or a folder of images for each class, divided into train/ and val/ or not."
              + " Default: the embedded data, if the recipe has some.")
  @Nullable Path data;

  /** The data that is named, or what is embedded for the recipe. */
  ImageData of(Pipeline pipeline) {
    return ifPresent(Optional.of(pipeline))
        .orElseThrow(
            () ->
                wrongUse(
                    "no data is embedded for %s: name some with --data DIR"
                        .formatted(pipeline.recipe().recipe().id())));
  }

  /** The same, if there is any. */
  Optional<ImageData> ifPresent(Optional<Pipeline> pipeline) {
    if (data != null) {
      if (!Files.exists(data)) {
        throw wrongUse("--data %s does not exist".formatted(data));
      }
      return Optional.of(ImageData.at(data));
    }
    Optional<String> dataset = pipeline.flatMap(known -> known.recipe().dataset().name());
    return ServiceLoader.load(EmbeddedData.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(embedded -> dataset.filter(embedded.dataset()::equals).isPresent())
        .findFirst()
        .map(EmbeddedData::open);
  }

  private ParameterException wrongUse(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
