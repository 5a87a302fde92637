package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.spec.Cutout;
import dev.recipe4j.spec.GridMask;
import dev.recipe4j.spec.RandAugment;
import dev.recipe4j.spec.RecipeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Holes and grids fit the input, strengths are in range, shares of batches add up to 1 at most. */
final class AugmentParameter extends Check {
  AugmentParameter() {
    super(
        Rule.AUGMENT_PARAMETER,
        List.of(),
        List.of(Slot.ERASE, Slot.POLICY, Slot.MIX, Slot.DATASET, Slot.CROP));
  }

  private static final int STRONGEST = 30;
  private static final int SATURATED = 10;

  /** Periods for images of 224 pixels, as published. */
  private static final GridMask PUBLISHED = new GridMask(96, 224, 0.5, OptionalInt.empty());

  @Override
  List<Finding> findings(Subject recipe) {
    List<Finding> findings = new ArrayList<>();
    RecipeSpec spec = recipe.spec();
    OptionalInt side = spec.has(Slot.DATASET) ? spec.inputSize() : OptionalInt.empty();
    if (side.isPresent()) {
      addOversized(recipe, side.getAsInt(), findings);
    }
    spec.find(Slot.POLICY, RandAugment.class)
        .ifPresent(policy -> addMagnitude(recipe, policy.magnitude(), findings));
    addProbabilities(recipe, findings);
    return findings;
  }

  private void addOversized(Subject recipe, int side, List<Finding> findings) {
    recipe
        .spec()
        .find(Slot.ERASE, Cutout.class)
        .filter(cutout -> cutout.value() > side)
        .ifPresent(
            cutout ->
                findings.add(
                    finding(
                        recipe.member(Slot.ERASE, "value"),
                        "a hole of %d pixels is larger than the input of %d"
                            .formatted(cutout.value(), side),
                        "write @Cutout(%d)".formatted(side / 2))));
    recipe
        .spec()
        .find(Slot.ERASE, GridMask.class)
        .filter(mask -> mask.d2() - 1 > side)
        .ifPresent(
            mask ->
                findings.add(
                    finding(
                        recipe.member(Slot.ERASE, "d2"),
                        "a grid of periods up to %d pixels (d2 - 1) is larger than the input of %d"
                            .formatted(mask.d2() - 1, side),
                        "write d1 = %d, d2 = %d"
                            .formatted(side * PUBLISHED.d1() / PUBLISHED.d2(), side))));
  }

  private void addMagnitude(Subject recipe, int magnitude, List<Finding> findings) {
    DeclaredMember at = recipe.member(Slot.POLICY, "magnitude");
    if (magnitude < 0 || magnitude > STRONGEST) {
      findings.add(
          finding(
              at,
              "magnitude %d of @RandAugment is outside 0 to %d".formatted(magnitude, STRONGEST),
              "write magnitude = %d".formatted(magnitude < 0 ? 0 : SATURATED)));
    } else if (magnitude > SATURATED) {
      findings.add(
          finding(
              Severity.INFO,
              at,
              "magnitude %d of @RandAugment is above %d: operations with a bounded range saturate there"
                  .formatted(magnitude, SATURATED),
              "write magnitude = %d, or measure".formatted(SATURATED)));
    }
  }

  private void addProbabilities(Subject recipe, List<Finding> findings) {
    List<DeclaredMember> written =
        recipe.declaration().findAll(Slot.MIX).stream()
            .map(mix -> mix.member("probability"))
            .filter(DeclaredMember::written)
            .toList();
    double sum =
        written.stream().mapToDouble(member -> (Double) member.value()).reduce(0, Decimals::plus);
    if (Decimals.exceeds(sum, 1)) {
      findings.add(
          finding(
              Subject.nearestPart(written),
              "the probabilities of the mixes, %s, add up to %s, but one batch is mixed once"
                  .formatted(
                      written.stream()
                          .map(DeclaredMember::show)
                          .collect(Collectors.joining(" and ")),
                      Decimals.show(sum)),
              "write %s, or drop one to have it derived"
                  .formatted(
                      written.stream()
                          .map(member -> share((Double) member.value(), sum))
                          .collect(Collectors.joining(" and ")))));
    }
  }

  private static String share(double probability, double sum) {
    return Decimals.show(Decimals.divide(probability, sum));
  }
}
