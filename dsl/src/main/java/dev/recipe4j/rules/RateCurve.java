package dev.recipe4j.rules;

import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.CosineDecay;
import dev.recipe4j.spec.PiecewiseDecay;
import dev.recipe4j.spec.RecipeSpec;
import java.util.Optional;
import java.util.OptionalInt;

/** The learning-rate curve of a recipe under check, read at its ends and never step by step. */
final class RateCurve {
  /** Stands for the limit of many updates in an epoch while the examples are not known. */
  private static final long MANY_UPDATES = 1_000_000;

  private RateCurve() {}

  /**
   * The curve with the updates of an epoch that the data set gives, or as they grow if it does not
   * say. Empty while another rule speaks of what makes the curve meaningless: an epoch without an
   * update, boundaries in disorder, a floor above the peak, a warm-up that fills the training.
   */
  static Optional<LearningRateCurve> of(RecipeSpec spec) {
    long updates = MANY_UPDATES;
    OptionalInt examples = spec.dataset().trainExamples();
    if (examples.isPresent()) {
      updates = spec.batch().updatesPerEpoch(examples.getAsInt());
    }
    boolean disordered = spec.schedule() instanceof PiecewiseDecay steps && !steps.isOrdered();
    boolean rises = spec.schedule() instanceof CosineDecay cosine && cosine.floor() >= spec.peak();
    if (updates == 0 || disordered || rises || spec.warmup().epochs() >= spec.recipe().epochs()) {
      return Optional.empty();
    }
    return Optional.of(
        new LearningRateCurve(
            spec.peak(), spec.schedule(), spec.warmup(), spec.recipe().epochs(), updates));
  }
}
