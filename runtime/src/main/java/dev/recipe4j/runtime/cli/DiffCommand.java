package dev.recipe4j.runtime.cli;

import dev.recipe4j.declaration.Difference;
import dev.recipe4j.rules.Verdict;
import dev.recipe4j.runtime.ConfiguredPipeline;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.spec.RecipeSpec;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says in which values two recipes differ, and what follows from that. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description =
        "Compares two recipes, or one with itself after --set: values, what follows from them,"
            + " and the findings that only one of them has.")
final class DiffCommand implements Callable<Integer> {
  @Spec CommandSpec command;
  @Mixin RecipeArgument recipe;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "OTHER",
      description = "Id of the recipe to compare with; --set is for this one. Default: RECIPE.")
  @Nullable String other;

  @Mixin SettingOption set;

  @Override
  public Integer call() {
    Pipeline first = recipe.pipeline();
    if (other == null && !set.isUsed()) {
      throw new ParameterException(
          command.commandLine(), "name another recipe, or values with --set");
    }
    Pipeline second =
        other == null ? first : Catalogue.ofClassPath().find(other, command.commandLine());
    Verdict before = ConfiguredPipeline.check(first, List.of());
    Verdict after = set.check(second);
    PrintWriter out = command.commandLine().getOut();
    Optional<RecipeSpec> changed = after.recipe();
    if (changed.isPresent()) {
      print(first.recipe(), changed.get(), out);
    } else {
      set.settings().forEach(setting -> out.println("set: " + setting));
    }
    printOnly("-", before, after, out);
    printOnly("+", after, before, out);
    out.flush();
    return ExitCode.OK;
  }

  private static void print(RecipeSpec before, RecipeSpec after, PrintWriter out) {
    List<Difference> written = Difference.between(before, after);
    List<Difference> derived = DerivedFacts.between(before, after);
    if (written.isEmpty()) {
      out.println("no value differs");
    }
    written.forEach(out::println);
    if (!derived.isEmpty()) {
      out.println("so:");
      derived.forEach(difference -> out.println("  " + difference));
    }
  }

  /** Findings that the one has and the other has not. */
  private static void printOnly(String sign, Verdict one, Verdict other, PrintWriter out) {
    List<String> known = other.findings().stream().map(VerdictPrinter::line).toList();
    one.findings().stream()
        .map(VerdictPrinter::line)
        .filter(line -> !known.contains(line))
        .forEach(line -> out.println(sign + " " + line));
  }
}
