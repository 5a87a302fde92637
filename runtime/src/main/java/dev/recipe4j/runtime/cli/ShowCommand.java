package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.Card;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.train.RunException;
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
  public Integer call() {
    Pipeline pipeline = recipe.pipeline();
    String card =
        Card.of(pipeline)
            .orElseThrow(
                () ->
                    new RunException(
                        "no card %s on the class path; compile the recipe again"
                            .formatted(Card.path(pipeline))));
    command.commandLine().getOut().print(card);
    command.commandLine().getOut().flush();
    return ExitCode.OK;
  }
}
