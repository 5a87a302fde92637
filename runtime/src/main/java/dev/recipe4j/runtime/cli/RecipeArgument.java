package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.Pipeline;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The recipe that a command is about. */
final class RecipeArgument {
  @Spec(Spec.Target.MIXEE)
  CommandSpec command;

  @Parameters(paramLabel = "RECIPE", description = "Id of a recipe, as 'recipe4j list' shows it.")
  String id;

  /** The recipe, or an error that names the nearest ids. */
  Pipeline pipeline() {
    return Catalogue.ofClassPath().find(id, command.commandLine());
  }
}
