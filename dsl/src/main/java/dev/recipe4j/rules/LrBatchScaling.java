package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.LearningRate;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A written peak learning rate follows the batch as the reference pair says (training tricks §3).
 */
final class LrBatchScaling extends RateCheck {
  LrBatchScaling() {
    super(
        Rule.LR_BATCH_SCALING, List.of(Slot.BATCH, Slot.LEARNING_RATE, Slot.OPTIMIZER), List.of());
  }

  private static final double ERROR_FROM = 1.5;
  private static final double WARNING_ABOVE = 1.01;

  @Override
  List<Finding> findings(Subject recipe) {
    LearningRate lr = recipe.spec().learningRate();
    OptionalDouble derived = lr.expected(recipe.spec().batch(), recipe.spec().optimizer());
    boolean isKnown = lr.peak().isPresent() && derived.isPresent();
    if (!isKnown
        || ReferenceIsPerDevice.applies(recipe.spec())
        || ScalingFamily.explainsPeak(recipe.spec())) {
      return List.of();
    }
    double peak = lr.peak().getAsDouble();
    double expected = derived.getAsDouble();
    double factor = Math.max(peak / expected, expected / peak);
    if (!Decimals.exceeds(factor, WARNING_ABOVE)) {
      return List.of();
    }
    boolean isError = factor > ERROR_FROM || Decimals.same(factor, ERROR_FROM);
    return List.of(
        finding(
            isError ? Severity.ERROR : Severity.WARNING,
            Subject.nearest(
                recipe.member(Slot.LEARNING_RATE, "peak"),
                recipe.member(Slot.LEARNING_RATE, "reference"),
                recipe.member(Slot.LEARNING_RATE, "referenceBatch"),
                recipe.member(Slot.BATCH, "value")),
            message(recipe.spec(), peak, expected),
            fix(recipe.spec(), peak, expected)));
  }

  private static String message(RecipeSpec recipe, double peak, double expected) {
    LearningRate lr = recipe.learningRate();
    return "peak learning rate %s does not follow %s: %s at batch %d gives %s at batch %d"
        .formatted(
            Decimals.show(peak),
            switch (lr.scalingFor(recipe.optimizer())) {
              case SQUARE_ROOT -> "square-root scaling";
              case NONE -> "its reference";
              default -> "linear scaling";
            },
            Decimals.show(lr.reference().getAsDouble()),
            lr.referenceBatch().getAsInt(),
            Decimals.show(expected),
            recipe.batch().value());
  }

  private static String fix(RecipeSpec recipe, double peak, double expected) {
    String fix =
        "write peak = %s%s drop 'peak' to have it derived"
            .formatted(
                Decimals.show(expected), matchingBatch(recipe, peak).isPresent() ? "," : " or");
    return matchingBatch(recipe, peak)
        .map(batch -> fix + ", or set the batch to " + batch)
        .orElse(fix);
  }

  /** The batch at which the written peak would be right, if there is such a whole number. */
  private static Optional<Long> matchingBatch(RecipeSpec recipe, double peak) {
    LearningRate lr = recipe.learningRate();
    double factor = Decimals.divide(peak, lr.reference().getAsDouble());
    double batch =
        switch (lr.scalingFor(recipe.optimizer())) {
          case LINEAR -> Decimals.times(factor, lr.referenceBatch().getAsInt());
          case SQUARE_ROOT ->
              Decimals.times(Decimals.times(factor, factor), lr.referenceBatch().getAsInt());
          default -> 0;
        };
    long whole = Math.round(batch);
    return whole >= 1 && Decimals.same(batch, (double) whole)
        ? Optional.of(whole)
        : Optional.empty();
  }
}
