package dev.recipe4j.runtime.cli;

import dev.recipe4j.Severity;
import dev.recipe4j.declaration.Setting;
import dev.recipe4j.declaration.SettingException;
import dev.recipe4j.rules.Verdict;
import dev.recipe4j.runtime.ConfiguredPipeline;
import dev.recipe4j.runtime.Pipeline;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Values of a recipe that a command sets anew. */
final class SettingOption {
  @Spec(Spec.Target.MIXEE)
  CommandSpec command;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Set a value of the recipe for this run, checked like a written one: batch=64,"
              + " learningRate.peak=0.1, epochs=60, l2=3e-5. Lists: a,b,c. Repeatable.")
  List<String> texts = new ArrayList<>();

  boolean isUsed() {
    return !texts.isEmpty();
  }

  List<Setting> settings() {
    try {
      return texts.stream().map(Setting::parse).toList();
    } catch (SettingException e) {
      throw wrongUse(e);
    }
  }

  /** What the rules say of the recipe with the values set. */
  Verdict check(Pipeline pipeline) {
    try {
      return ConfiguredPipeline.check(pipeline, settings());
    } catch (SettingException e) {
      throw wrongUse(e);
    }
  }

  /** The recipe with the values set; empty, and said why, if they make it a wrong one. */
  Optional<Pipeline> configured(Pipeline compiled) {
    if (!isUsed()) {
      return Optional.of(compiled);
    }
    Verdict verdict = check(compiled);
    PrintWriter err = command.commandLine().getErr();
    VerdictPrinter.print(verdict, Severity.WARNING, err);
    if (verdict.hasErrors()) {
      err.printf(
          "recipe4j: %s is not trained with these values%n", compiled.recipe().recipe().id());
      return Optional.empty();
    }
    return Optional.of(ConfiguredPipeline.of(compiled, settings(), verdict));
  }

  private ParameterException wrongUse(SettingException e) {
    return new ParameterException(
        command.commandLine(), "--set: " + String.valueOf(e.getMessage()));
  }
}
