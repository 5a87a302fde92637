package dev.recipe4j.runtime.cli;

import dev.recipe4j.declaration.Setting;
import dev.recipe4j.declaration.SettingException;
import dev.recipe4j.rules.Verdict;
import dev.recipe4j.runtime.ConfiguredPipeline;
import dev.recipe4j.runtime.Pipeline;
import java.util.ArrayList;
import java.util.List;
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

  private ParameterException wrongUse(SettingException e) {
    return new ParameterException(
        command.commandLine(), "--set: " + String.valueOf(e.getMessage()));
  }
}
