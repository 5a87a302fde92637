package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.declaration.DeclaredWeights;
import dev.recipe4j.spec.Normalize;
import java.util.List;
import java.util.stream.IntStream;

/** Pretrained weights see images normalised as in their training (fastai pull request 1316). */
final class NormalisationMismatch extends Check {
  NormalisationMismatch() {
    super(Rule.NORMALISATION_MISMATCH, List.of(Slot.PRETRAINED, Slot.NORMALIZE), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    Normalize ours = recipe.spec().normalize();
    Normalize theirs = recipe.spec().pretrained().orElseThrow().value().normalize();
    boolean isComparable =
        ours.mean().size() == theirs.mean().size() && ours.std().size() == theirs.std().size();
    boolean meanDiffers = isComparable && differ(ours.mean(), theirs.mean());
    if (!meanDiffers && !(isComparable && differ(ours.std(), theirs.std()))) {
      return List.of();
    }
    String member = meanDiffers ? "mean" : "std";
    DeclaredMember written = recipe.member(Slot.NORMALIZE, member);
    DeclaredMember weights = recipe.member(Slot.PRETRAINED, "value");
    DeclaredComponent wanted = ((DeclaredWeights) weights.value()).normalize().orElseThrow();
    return List.of(
        finding(
            Subject.nearest(written, weights),
            "%s of @Normalize is %s, but the weights %s were trained with %s"
                .formatted(member, written.show(), weights.show(), wanted.member(member).show()),
            "drop @Normalize, which leaves %s".formatted(wanted.show())));
  }

  private static boolean differ(List<Double> ours, List<Double> theirs) {
    return IntStream.range(0, ours.size())
        .anyMatch(i -> !Decimals.same(ours.get(i), theirs.get(i)));
  }
}
