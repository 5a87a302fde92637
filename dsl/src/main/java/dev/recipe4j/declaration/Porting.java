package dev.recipe4j.declaration;

import dev.recipe4j.LearningRate.Scaling;
import dev.recipe4j.Per;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.ExponentialDecay;
import dev.recipe4j.spec.LearningRate;
import dev.recipe4j.spec.RecipeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/**
 * What a recipe has to say at another batch so that it trains as it did: learning rates follow the
 * batch as the recipe scales them (Goyal et al., arXiv 1706.02677, §2.1; training-tricks §3), and
 * what counts updates counts as many more or fewer, so that everything happens in the same epoch.
 */
public final class Porting {
  private final Declaration declaration;
  private final List<Setting> settings = new ArrayList<>();

  private Porting(Declaration declaration) {
    this.declaration = declaration;
  }

  /**
   * The values to set, the batch first. What is derived, or written as a share of something else,
   * needs none.
   *
   * @param declaration the recipe as declared
   * @param recipe the same recipe
   * @param batch examples per update, at least 1
   */
  public static List<Setting> toBatch(Declaration declaration, RecipeSpec recipe, int batch) {
    int before = recipe.batch().value();
    double ratio = Decimals.divide(batch, before);
    Scaling scaling = recipe.learningRate().scalingFor(recipe.optimizer());
    DoubleUnaryOperator scaled = rate -> LearningRate.scaled(rate, before, batch, scaling);
    Porting porting = new Porting(declaration);
    porting.change(Slot.BATCH, "value", value -> batch);
    porting.change(Slot.LEARNING_RATE, "peak", scaled);
    porting.change(Slot.SCHEDULE, "floor", scaled);
    porting.change(Slot.SCHEDULE, "end", scaled);
    porting.change(Slot.SCHEDULE, "values", scaled);
    porting.change(Slot.SCHEDULE, "atSteps", at -> steps(at, ratio));
    porting.change(Slot.WARMUP, "steps", count -> steps(count, ratio));
    if (recipe.schedule() instanceof ExponentialDecay decay && decay.per() == Per.STEP) {
      porting.change(Slot.SCHEDULE, "gamma", gamma -> Math.pow(gamma, ratio));
    }
    // Busbridge et al., "How to scale your EMA", arXiv 2307.13813.
    porting.change(Slot.EMA, "decay", decay -> Math.pow(decay, ratio));
    return List.copyOf(porting.settings);
  }

  private static double steps(double count, double ratio) {
    return Math.max(1, Math.rint(Decimals.divide(count, ratio)));
  }

  /** Sets a member of the language where its author wrote it. */
  private void change(Slot slot, String name, DoubleUnaryOperator change) {
    declaration
        .find(slot)
        .filter(component -> component.implementation().isEmpty())
        .ifPresent(
            component ->
                component.members().stream()
                    .filter(member -> member.name().equals(name) && member.written())
                    .forEach(member -> change(component, member, change)));
  }

  private void change(
      DeclaredComponent component, DeclaredMember member, DoubleUnaryOperator change) {
    String before = text(member, value -> value);
    String after = text(member, change);
    if (!after.equals(before)) {
      settings.add(new Setting(MemberKeys.of(component, member), after));
    }
  }

  private static String text(DeclaredMember member, DoubleUnaryOperator change) {
    return member.elements().stream()
        .map(element -> change.applyAsDouble(((Number) element).doubleValue()))
        .map(Decimals::show)
        .collect(Collectors.joining(","));
  }
}
