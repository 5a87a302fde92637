package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.spec.EvaluationCrop;
import java.util.List;
import java.util.OptionalInt;

/**
 * Evaluation sees images of about the size of training: a little larger is published practice
 * (Touvron et al., arXiv 1906.06423), smaller or much larger is a mistake.
 */
final class EvaluationSize extends Check {
  EvaluationSize() {
    super(Rule.EVALUATION_SIZE, List.of(Slot.EVALUATION, Slot.DATASET), List.of(Slot.CROP));
  }

  private static final double LARGEST_SHARE = 1.5;

  @Override
  List<Finding> findings(Subject recipe) {
    EvaluationCrop evaluation = recipe.spec().evaluation().orElseThrow();
    OptionalInt known = recipe.spec().inputSize();
    DeclaredMember crop = recipe.member(Slot.EVALUATION, "crop");
    if (evaluation.resize() < evaluation.crop()) {
      return List.of(
          finding(
              Subject.nearest(recipe.member(Slot.EVALUATION, "resize"), crop),
              "resize %d is smaller than crop %d: the crop reaches beyond the image"
                  .formatted(evaluation.resize(), evaluation.crop()),
              "write resize = %d or more".formatted(evaluation.crop())));
    }
    if (known.isEmpty() || evaluation.crop() == known.getAsInt()) {
      return List.of();
    }
    int training = known.getAsInt();
    boolean isPractice =
        evaluation.crop() > training
            && !Decimals.exceeds(evaluation.crop(), Decimals.times(LARGEST_SHARE, training));
    return List.of(
        finding(
            isPractice ? Severity.INFO : Severity.WARNING,
            crop,
            "evaluation crop %d is %s times the training size %d"
                .formatted(
                    evaluation.crop(),
                    Decimals.show(Math.round(100.0 * evaluation.crop() / training) / 100.0),
                    training),
            "write crop = %d, resize = %d, or drop @EvaluationCrop"
                .formatted(training, EvaluationCrop.forTrainingSize(training).resize())));
  }
}
