package dev.recipe4j.runtime.cli;

import dev.recipe4j.Severity;
import dev.recipe4j.rules.Verdict;
import dev.recipe4j.runtime.Pipeline;
import java.io.PrintWriter;
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
  @Mixin SettingOption set;

  @Override
  public Integer call() {
    Pipeline pipeline = recipe.pipeline();
    Verdict verdict = set.check(pipeline);
    PrintWriter out = command.commandLine().getOut();
    VerdictPrinter.print(verdict, Severity.INFO, out);
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
