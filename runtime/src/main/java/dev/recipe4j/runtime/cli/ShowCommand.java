package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.train.RunException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the card of a recipe, which the compiler wrote. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description =
        "Shows the card of a recipe: batch, learning rate, network, where values come from.")
final class ShowCommand implements Callable<Integer> {
  @Spec CommandSpec command;
  @Mixin RecipeArgument recipe;

  @Override
  public Integer call() throws IOException {
    Pipeline pipeline = recipe.pipeline();
    String card = "META-INF/recipe4j/%s.md".formatted(pipeline.recipe().recipe().id());
    try (InputStream in = pipeline.getClass().getClassLoader().getResourceAsStream(card)) {
      if (in == null) {
        throw new RunException(
            "no card %s on the class path; compile the recipe again".formatted(card));
      }
      command.commandLine().getOut().print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      command.commandLine().getOut().flush();
    }
    return ExitCode.OK;
  }
}
