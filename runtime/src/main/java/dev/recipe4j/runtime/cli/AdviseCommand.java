package dev.recipe4j.runtime.cli;

import dev.recipe4j.declaration.Acceptance;
import dev.recipe4j.declaration.Extension;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.advice.Advice;
import dev.recipe4j.runtime.advice.Advice.Change;
import dev.recipe4j.runtime.advice.Diagnosis;
import dev.recipe4j.runtime.advice.Fit;
import dev.recipe4j.runtime.advice.Proposal;
import dev.recipe4j.runtime.train.AtomicFile;
import dev.recipe4j.runtime.train.RunDirectory;
import dev.recipe4j.runtime.train.RunDocument;
import dev.recipe4j.spec.RecipeSpec;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a run shows about its recipe, and what would help. */
@Command(
    name = "advise",
    mixinStandardHelpOptions = true,
    description =
        "Judges whether a run overfitted or underfitted, proposes changes that the rules have"
            + " checked, and prints them as a recipe that extends the old one.")
final class AdviseCommand implements Callable<Integer> {
  private static final String SUFFIX = "Advised";

  @Spec CommandSpec command;

  @Parameters(paramLabel = "RUN", description = "Directory of a run.")
  Path run;

  @Option(
      names = "--java",
      paramLabel = "FILE",
      description = "Write the recipe here too. The file must not exist.")
  @Nullable Path java;

  @Override
  public Integer call() {
    if (java != null && Files.exists(java)) {
      throw new ParameterException(
          command.commandLine(), "%s exists: name another file".formatted(java));
    }
    RunDirectory directory = new RunDirectory(run);
    RunDocument document = directory.document();
    Diagnosis diagnosis = Diagnosis.of(document, directory.history());
    PrintWriter out = command.commandLine().getOut();
    print(document, diagnosis, out);
    Optional<Pipeline> compiled = Catalogue.ofClassPath().find(document.recipe().recipe().id());
    List<Acceptance> acceptances = compiled.map(Pipeline::acceptances).orElse(List.of());
    List<String> writtenDefaults = compiled.map(Pipeline::writtenDefaults).orElse(List.of());
    Advice advice = Advice.of(diagnosis.fit(), document.recipe(), acceptances, writtenDefaults);
    print(advice, out);
    advice.recipe().ifPresent(recipe -> printSource(compiled, document, recipe, out));
    out.flush();
    return ExitCode.OK;
  }

  private static void print(RunDocument document, Diagnosis diagnosis, PrintWriter out) {
    out.printf(
        "%s: %s, judged by epoch %d of %d%n",
        document.recipe().recipe().id(),
        diagnosis.fit().name().toLowerCase(Locale.ROOT),
        diagnosis.epoch().epoch(),
        diagnosis.epochs());
    diagnosis.evidence().forEach(sentence -> out.println("  " + sentence));
    if (diagnosis.fit() == Fit.UNTRAINED) {
      out.println(
          "  other regularisation will not help: see whether the data is right and the learning rate"
              + " bearable");
    }
  }

  private static void print(Advice advice, PrintWriter out) {
    if (advice.changes().isEmpty()) {
      return;
    }
    out.println("\nwhat may help (*: in the recipe below):");
    for (Change change : advice.changes()) {
      Proposal proposal = change.proposal();
      out.printf("%s %s%n", advice.together().contains(proposal) ? "*" : "-", proposal.text());
      out.println("    " + proposal.because());
      change
          .findings()
          .forEach(finding -> out.println("    the rules say: " + VerdictPrinter.line(finding)));
    }
  }

  private void printSource(
      Optional<Pipeline> compiled, RunDocument document, RecipeSpec recipe, PrintWriter out) {
    RecipeSpec parent = compiled.map(Pipeline::recipe).orElse(document.recipe());
    List<String> annotations = Extension.annotations(parent, recipe);
    if (compiled.isEmpty()) {
      out.printf(
          "%nin a recipe that extends %s, which is not on the class path:%n%s%n",
          document.recipe().recipe().id(), String.join("\n", annotations));
      return;
    }
    String source = ExtendingRecipe.source(compiled.get(), SUFFIX, annotations);
    out.printf("%n%s", source);
    if (java != null) {
      AtomicFile.write(java, source.getBytes(StandardCharsets.UTF_8));
      out.println("wrote " + java);
    }
  }
}
