package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.spec.CosineDecay;
import java.util.List;

/** A cosine on a large data set has 200 epochs (training tricks §2). */
final class CosineFewEpochs extends Check {
  CosineFewEpochs() {
    super(Rule.COSINE_FEW_EPOCHS, List.of(Slot.RECIPE, Slot.SCHEDULE, Slot.DATASET), List.of());
  }

  private static final int RECOMMENDED = 200;
  private static final int LARGE = 1_000_000;

  @Override
  List<Finding> findings(Subject recipe) {
    int epochs = recipe.spec().recipe().epochs();
    int examples = recipe.spec().dataset().trainExamples().orElse(0);
    if (!(recipe.spec().schedule() instanceof CosineDecay)
        || epochs >= RECOMMENDED
        || examples < LARGE) {
      return List.of();
    }
    return List.of(
        finding(
            recipe.member(Slot.RECIPE, "epochs"),
            "a cosine of %s over %d examples spends few of them at a low learning rate: %d are recommended"
                .formatted(Lengths.epochs(epochs), examples, RECOMMENDED),
            "train for %d epochs, or use @PiecewiseDecay".formatted(RECOMMENDED)));
  }
}
