package dev.recipe4j.runtime.cli;

import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.spec.RecipeSpec;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the recipes on the class path. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the recipes.")
final class ListCommand implements Callable<Integer> {
  @Spec CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    for (Pipeline pipeline : Catalogue.ofClassPath().all()) {
      RecipeSpec recipe = pipeline.recipe();
      out.printf(
          "%-34s %-12s %-14s %4d %-6s  batch %4d  lr %s%n",
          recipe.recipe().id(),
          recipe.network().name(),
          recipe.dataset().name().orElse(recipe.dataset().classes() + " classes"),
          recipe.recipe().epochs(),
          Decimals.noun(recipe.recipe().epochs(), "epoch"),
          recipe.batch().value(),
          Decimals.show(recipe.peak()));
    }
    return ExitCode.OK;
  }
}
