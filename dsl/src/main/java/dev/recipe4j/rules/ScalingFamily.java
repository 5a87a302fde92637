package dev.recipe4j.rules;

import dev.recipe4j.LearningRate.Scaling;
import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.LearningRate;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;

/**
 * Adam, AdamW and AdaDelta scale the learning rate with the square root of the batch: their steps
 * are divided by the size of the gradient already (Malladi et al., arXiv 2205.10287; so does timm).
 */
final class ScalingFamily extends RateCheck {
  ScalingFamily() {
    super(Rule.SCALING_FAMILY, List.of(Slot.BATCH, Slot.LEARNING_RATE, Slot.OPTIMIZER), List.of());
  }

  /** At the reference batch both scalings agree: the message then looks at this many times it. */
  private static final int LARGER = 4;

  private static boolean applies(RecipeSpec recipe) {
    LearningRate lr = recipe.learningRate();
    return lr.scaling() == Scaling.LINEAR
        && recipe.optimizer().automaticScaling() == Scaling.SQUARE_ROOT
        && lr.reference().isPresent()
        && lr.referenceBatch().isPresent();
  }

  /** Whether the written peak is what the square root gives: only the written scaling is wrong. */
  static boolean explainsPeak(RecipeSpec recipe) {
    LearningRate lr = recipe.learningRate();
    return applies(recipe)
        && lr.peak().isPresent()
        && Decimals.same(lr.peak().getAsDouble(), squareRoot(recipe, recipe.batch().value()));
  }

  @Override
  List<Finding> findings(Subject recipe) {
    RecipeSpec spec = recipe.spec();
    if (!applies(spec)) {
      return List.of();
    }
    LearningRate lr = spec.learningRate();
    int referenceBatch = lr.referenceBatch().getAsInt();
    boolean isReference = spec.batch().value() == referenceBatch;
    long batch = isReference ? (long) LARGER * referenceBatch : spec.batch().value();
    String root = Decimals.show(squareRoot(spec, batch));
    return List.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.LEARNING_RATE, "scaling"),
                recipe.member(Slot.LEARNING_RATE, "reference")),
            "linear scaling with @%s: %s at batch %d gives %s at batch %d, the square root of the batch %s"
                .formatted(
                    recipe.component(Slot.OPTIMIZER).annotation(),
                    Decimals.show(lr.reference().getAsDouble()),
                    referenceBatch,
                    Decimals.show(linear(lr, batch)),
                    batch,
                    root),
            fix(spec)));
  }

  private static String fix(RecipeSpec recipe) {
    String peak = Decimals.show(squareRoot(recipe, recipe.batch().value()));
    boolean isOther = recipe.learningRate().peak().isPresent() && !explainsPeak(recipe);
    return isOther
        ? "write peak = %s and drop 'scaling', which is then SQUARE_ROOT".formatted(peak)
        : "drop 'scaling', which is then SQUARE_ROOT with a peak of " + peak;
  }

  private static double linear(LearningRate lr, long batch) {
    return Decimals.divide(
        Decimals.times(lr.reference().getAsDouble(), batch), lr.referenceBatch().getAsInt());
  }

  private static double squareRoot(RecipeSpec recipe, long batch) {
    LearningRate lr = recipe.learningRate();
    double ratio = Decimals.divide(batch, lr.referenceBatch().getAsInt());
    return Decimals.times(lr.reference().getAsDouble(), Math.sqrt(ratio));
  }
}
