package dev.recipe4j.runtime.cli;

import dev.recipe4j.Severity;
import dev.recipe4j.declaration.AnnotationSource;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.declaration.Difference;
import dev.recipe4j.declaration.Porting;
import dev.recipe4j.declaration.Setting;
import dev.recipe4j.rules.Verdict;
import dev.recipe4j.runtime.ConfiguredPipeline;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.spec.RecipeSpec;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what a recipe needs at another batch. */
@Command(
    name = "port",
    mixinStandardHelpOptions = true,
    description =
        "Takes a recipe to another batch: scales learning rates and counts of updates, checks the"
            + " result with the rules, and prints it as Java.")
final class PortCommand implements Callable<Integer> {
  @Spec CommandSpec command;
  @Mixin RecipeArgument recipe;

  @Option(
      names = "--batch",
      required = true,
      paramLabel = "N",
      description = "Examples of an update, on all devices together.")
  int batch;

  @Override
  public Integer call() {
    if (batch < 1) {
      throw new ParameterException(
          command.commandLine(), "--batch must be 1 or more, not " + batch);
    }
    Pipeline pipeline = recipe.pipeline();
    RecipeSpec before = pipeline.recipe();
    PrintWriter out = command.commandLine().getOut();
    if (batch == before.batch().value()) {
      out.printf("%s has a batch of %d already%n", before.recipe().id(), batch);
      return ExitCode.OK;
    }
    List<Setting> settings = Porting.toBatch(pipeline.declaration(), before, batch);
    Verdict verdict = ConfiguredPipeline.check(pipeline, settings);
    verdict
        .recipe()
        .ifPresentOrElse(after -> print(before, after, out), () -> settings.forEach(out::println));
    VerdictPrinter.print(verdict, Severity.WARNING, out);
    if (verdict.hasErrors()) {
      return Main.FINDINGS;
    }
    out.println();
    out.print(source(pipeline, verdict));
    out.println();
    out.printf("or for one run: recipe4j train %s %s%n", before.recipe().id(), options(settings));
    out.flush();
    return ExitCode.OK;
  }

  private static void print(RecipeSpec before, RecipeSpec after, PrintWriter out) {
    Difference.between(before, after).forEach(out::println);
    out.println("so:");
    DerivedFacts.between(before, after).forEach(difference -> out.println("  " + difference));
  }

  /** A recipe that extends the old one and says what has changed. */
  private String source(Pipeline pipeline, Verdict verdict) {
    List<String> annotations =
        Stream.concat(
                Stream.of("@Recipe"),
                verdict.declaration().components().stream()
                    .filter(PortCommand::isSet)
                    .map(AnnotationSource::of))
            .toList();
    return ExtendingRecipe.source(pipeline, "Batch" + batch, annotations);
  }

  private static boolean isSet(DeclaredComponent component) {
    return component.members().stream().map(DeclaredMember::origin).anyMatch(o -> o.isSetting());
  }

  private static String options(List<Setting> settings) {
    return settings.stream().map(setting -> "--set " + setting).collect(Collectors.joining(" "));
  }
}
