package dev.recipe4j.runtime.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the weights are that a recipe starts from. */
final class WeightsOption {
  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description =
          "The recipe's pretrained weights. Default: their file in ~/.recipe4j/weights, where"
              + " 'recipe4j weights fetch' puts it.")
  @Nullable Path weights;

  /** As given. */
  Optional<Path> file() {
    return Optional.ofNullable(weights);
  }
}
