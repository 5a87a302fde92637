package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.network.Network;
import dev.recipe4j.spec.Optimizer;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The peak learning rate of fine-tuning suits the number of examples (training tricks §9). */
final class FinetuneLr extends RateCheck {
  FinetuneLr() {
    super(
        Rule.FINETUNE_LR,
        List.of(Slot.PRETRAINED, Slot.BATCH, Slot.LEARNING_RATE, Slot.OPTIMIZER, Slot.DATASET),
        List.of(Slot.MODEL));
  }

  private static final int USUAL_BATCH = 256;
  private static final int FEW = 1_000;
  private static final int MANY = 100_000;
  private static final double FOR_FEW = 0.001;
  private static final double FOR_MANY = 0.01;
  private static final double HIGHEST = 0.1;

  @Override
  List<Finding> findings(Subject recipe) {
    boolean isSgd = recipe.spec().optimizer().family() == Optimizer.Family.SGD;
    if (!isSgd || !trainsWhatIsPretrained(recipe)) {
      return List.of();
    }
    double times = Decimals.divide(recipe.spec().batch().value(), USUAL_BATCH);
    double usual = Decimals.divide(recipe.spec().peak(), times);
    OptionalInt examples = recipe.spec().dataset().trainExamples();
    boolean isFew = examples.isPresent() && examples.getAsInt() < FEW;
    boolean isMany = examples.orElse(0) > MANY;
    if (isFew && Decimals.exceeds(usual, FOR_FEW)) {
      return high(recipe, usual, FOR_FEW, times, " for %d examples".formatted(examples.getAsInt()));
    }
    if (Decimals.exceeds(usual, HIGHEST)) {
      return high(recipe, usual, HIGHEST, times, "");
    }
    return isMany && Decimals.exceeds(FOR_MANY, usual)
        ? low(recipe, usual, times, examples.getAsInt())
        : List.of();
  }

  /**
   * Whether any stage but the classifier is trained. A network of a user's own has stages only when
   * the recipe is loaded.
   */
  private static boolean trainsWhatIsPretrained(Subject recipe) {
    if (!recipe.spec().has(Slot.MODEL)) {
      return true;
    }
    Network network = recipe.spec().network();
    Set<String> trained = new HashSet<>(network.stages());
    trained.remove(network.output().stage());
    recipe.spec().pretrained().orElseThrow().freeze().forEach(trained::remove);
    return !trained.isEmpty();
  }

  private List<Finding> high(
      Subject recipe, double usual, double limit, double times, String examples) {
    return fires(
        recipe,
        usual,
        ", above %s%s: what was learned before is likely to be forgotten"
            .formatted(Decimals.show(limit), examples),
        "lower the learning rate so that the peak is %s or less"
            .formatted(Decimals.show(Decimals.times(limit, times))));
  }

  private List<Finding> low(Subject recipe, double usual, double times, int examples) {
    return fires(
        recipe,
        usual,
        ", below %s for %d examples: so many examples allow larger steps"
            .formatted(Decimals.show(FOR_MANY), examples),
        "raise the learning rate so that the peak is %s or more"
            .formatted(Decimals.show(Decimals.times(FOR_MANY, times))));
  }

  private List<Finding> fires(Subject recipe, double usual, String judgement, String fix) {
    return List.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.LEARNING_RATE, "peak"),
                recipe.member(Slot.LEARNING_RATE, "reference"),
                recipe.member(Slot.BATCH, "value")),
            "the peak learning rate of fine-tuning, %s at batch %d, is %s at batch %d%s"
                .formatted(
                    Decimals.show(recipe.spec().peak()),
                    recipe.spec().batch().value(),
                    Decimals.show(usual),
                    USUAL_BATCH,
                    judgement),
            fix));
  }
}
