package dev.recipe4j.runtime.cli;

import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.Difference;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.RecipeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What follows from the values of a recipe and is not written in it. */
final class DerivedFacts {
  private static final int DIGITS = 6;
  private static final String UNKNOWN = "unknown";

  private DerivedFacts() {}

  /** Facts in which two recipes differ. */
  static List<Difference> between(RecipeSpec before, RecipeSpec after) {
    Map<String, String> old = of(before);
    Map<String, String> present = of(after);
    List<Difference> differences = new ArrayList<>();
    old.forEach(
        (fact, value) -> {
          String other = present.getOrDefault(fact, UNKNOWN);
          if (!other.equals(value)) {
            differences.add(new Difference(fact, value, other));
          }
        });
    return differences;
  }

  private static Map<String, String> of(RecipeSpec recipe) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("peak learning rate", Decimals.show(recipe.peak()));
    facts.put("updates per epoch", UNKNOWN);
    facts.put("updates", UNKNOWN);
    facts.put("updates of the warm-up", UNKNOWN);
    facts.put("last learning rate", UNKNOWN);
    recipe
        .dataset()
        .trainExamples()
        .ifPresent(
            examples -> {
              LearningRateCurve curve = recipe.curve(examples);
              double last = curve.at(curve.updates() - 1);
              facts.put("updates per epoch", count(curve.updatesPerEpoch()));
              facts.put("updates", count(curve.updates()));
              facts.put("updates of the warm-up", count(curve.warmupUpdates()));
              facts.put("last learning rate", Decimals.show(Decimals.rounded(last, DIGITS)));
            });
    NetworkAnalysis network = NetworkAnalysis.of(recipe.network(), recipe.inputShape());
    facts.put("input", recipe.inputShape().toString());
    facts.put("parameters", count(network.parameters()));
    facts.put("multiply-adds of an image", count(network.multiplyAdds()));
    return facts;
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
