package dev.recipe4j.runtime;

import dev.recipe4j.declaration.Acceptance;
import dev.recipe4j.declaration.Declaration;
import dev.recipe4j.declaration.Setting;
import dev.recipe4j.declaration.Settings;
import dev.recipe4j.rules.RuleEngine;
import dev.recipe4j.rules.Verdict;
import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.runtime.train.RunException;
import dev.recipe4j.spec.OpenComponent;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;

/**
 * A compiled recipe with values set for one run, as {@code recipe4j train --set batch=128} does.
 * The rules have judged the values together, and everything that follows from them is derived anew:
 * learning rate, schedule and chains.
 */
public final class ConfiguredPipeline implements Pipeline {
  private final Declaration declaration;
  private final RecipeSpec recipe;
  private final List<Setting> settings;

  private ConfiguredPipeline(Verdict verdict, RecipeSpec recipe, List<Setting> settings) {
    this.declaration = verdict.declaration();
    this.recipe = recipe;
    this.settings = List.copyOf(settings);
  }

  /**
   * What the rules say of a recipe with values set.
   *
   * @throws dev.recipe4j.declaration.SettingException if a setting names no member of the recipe or
   *     gives it a value that it cannot take
   */
  public static Verdict check(Pipeline pipeline, List<Setting> settings) {
    return RuleEngine.check(Settings.apply(pipeline.declaration(), settings));
  }

  /**
   * The recipe with values set.
   *
   * @throws dev.recipe4j.declaration.SettingException if a setting names no member of the recipe or
   *     gives it a value that it cannot take
   * @throws IllegalArgumentException with every error, if the recipe has errors then
   * @throws RunException if the recipe has a component of a user's own
   */
  public static ConfiguredPipeline of(Pipeline pipeline, List<Setting> settings) {
    return of(pipeline, settings, check(pipeline, settings));
  }

  /** The same, if {@link #check} has been asked already. */
  public static ConfiguredPipeline of(Pipeline pipeline, List<Setting> settings, Verdict verdict) {
    RecipeSpec recipe =
        verdict
            .recipe()
            .orElseThrow(() -> new IllegalArgumentException(FindingsText.errors(verdict)));
    recipe.components().stream()
        .filter(OpenComponent.class::isInstance)
        .findFirst()
        .ifPresent(open -> refuse(pipeline, (OpenComponent) open));
    return new ConfiguredPipeline(verdict, recipe, settings);
  }

  /**
   * Only the generated pipeline makes the object; without it the component would have no effect.
   */
  private static void refuse(Pipeline pipeline, OpenComponent open) {
    throw new RunException(
        "values cannot be set for %s, because generated code makes its @%s: write them in a recipe that extends it"
            .formatted(pipeline.recipe().recipe().id(), open.annotation()));
  }

  @Override
  public RecipeSpec recipe() {
    return recipe;
  }

  @Override
  public List<Acceptance> acceptances() {
    return declaration.acceptances();
  }

  @Override
  public List<Setting> settings() {
    return settings;
  }

  @Override
  public Declaration declaration() {
    return declaration;
  }

  @Override
  public Batched<?> trainChain() {
    return Chains.train(recipe);
  }

  @Override
  public Batched<HardLabels> evaluationChain() {
    return Chains.evaluation(recipe);
  }
}
