package dev.recipe4j.runtime.cli;

import dev.recipe4j.declaration.Names;
import dev.recipe4j.runtime.weights.WeightsDownload;
import dev.recipe4j.runtime.weights.WeightsStore;
import dev.recipe4j.spec.Weights;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the published weights that recipes start from, and fetches them. */
@Command(
    name = "weights",
    mixinStandardHelpOptions = true,
    description = "Lists the published weights that recipes start from.",
    subcommands = WeightsCommand.Fetch.class)
final class WeightsCommand implements Callable<Integer> {
  @Spec CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    WeightsStore store = WeightsStore.ofUser();
    for (Weights weights : byName().values()) {
      out.printf(
          "%s: %s, %d classes, %s%n    file %s%n    from %s%n    checksum %s%n",
          WeightsStore.name(weights),
          weights.model().network(weights.classes()).name(),
          weights.classes(),
          store.has(weights) ? "here" : "not here yet",
          store.file(weights),
          weights.origin(),
          weights.checksum());
    }
    return ExitCode.OK;
  }

  private static SortedMap<String, Weights> byName() {
    SortedMap<String, Weights> all = new TreeMap<>();
    Catalogue.ofClassPath()
        .all()
        .forEach(
            pipeline ->
                pipeline
                    .recipe()
                    .pretrained()
                    .ifPresent(start -> all.put(WeightsStore.name(start.value()), start.value())));
    return all;
  }

  /** Fetches the file of some. */
  @Command(
      name = "fetch",
      mixinStandardHelpOptions = true,
      description =
          "Fetches published weights, checks them, and goes on where an earlier call was cut off.")
  static final class Fetch implements Callable<Integer> {
    @Spec CommandSpec command;

    @Parameters(paramLabel = "NAME", description = "Name of the weights, as 'weights' shows it.")
    String name;

    @Option(
        names = "--to",
        paramLabel = "DIR",
        description = "Default: ~/.recipe4j/weights, where training looks for them.")
    @Nullable Path directory;

    @Override
    public Integer call() {
      SortedMap<String, Weights> known = byName();
      Weights weights = known.get(name);
      if (weights == null) {
        throw new ParameterException(
            command.commandLine(),
            known.isEmpty()
                ? "no recipe on the class path starts from published weights"
                : "no weights '%s'; did you mean %s?"
                    .formatted(name, String.join(", ", Names.nearest(name, known.keySet()))));
      }
      PrintWriter out = command.commandLine().getOut();
      WeightsStore store = directory == null ? WeightsStore.ofUser() : new WeightsStore(directory);
      Path file =
          WeightsDownload.fetch(
              weights,
              store,
              line -> {
                out.println(line);
                out.flush();
              });
      out.println(file);
      return ExitCode.OK;
    }
  }
}
