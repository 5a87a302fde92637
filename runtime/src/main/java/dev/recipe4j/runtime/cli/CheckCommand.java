package dev.recipe4j.runtime.cli;

import dev.recipe4j.declaration.SpecReader;
import dev.recipe4j.rules.Finding;
import dev.recipe4j.rules.RuleEngine;
import dev.recipe4j.rules.Verdict;
import dev.recipe4j.runtime.Pipeline;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Asks the rules about a recipe again, as the compiler did. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Checks a recipe with the rules that the compiler asks; exit code 3 on errors.")
final class CheckCommand implements Callable<Integer> {
  @Spec CommandSpec command;
  @Mixin RecipeArgument recipe;

  @Override
  public Integer call() {
    Pipeline pipeline = recipe.pipeline();
    Verdict verdict =
        RuleEngine.check(
            SpecReader.declare(
                pipeline.recipe().recipe().id(), pipeline.recipe(), pipeline.acceptances()));
    PrintWriter out = command.commandLine().getOut();
    for (Finding finding : verdict.findings()) {
      out.println(finding.severity().name().toLowerCase(Locale.ROOT) + ": " + finding.text());
    }
    verdict
        .accepted()
        .forEach(
            accepted ->
                out.printf(
                    "accepted: [%s] %s%n    Because: %s%n",
                    accepted.finding().rule(),
                    accepted.finding().message(),
                    accepted.acceptance().because()));
    out.printf(
        "%s: %d findings, %d accepted%n",
        pipeline.recipe().recipe().id(), verdict.findings().size(), verdict.accepted().size());
    return verdict.hasErrors() ? Main.FINDINGS : ExitCode.OK;
  }
}
