package dev.recipe4j.declaration;

import dev.recipe4j.Slot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which normalisation is in force: a written one before that of the pretrained weights before that
 * of the data set. Weights see what they were trained to see, whatever the mean of the new data.
 */
final class NormalizationInForce {
  private NormalizationInForce() {}

  /** Puts the normalisation of the weights where there is none, or only one of a data set. */
  static void settle(DeclaredType leaf, Map<Slot, List<DeclaredComponent>> components) {
    List<DeclaredComponent> pretrained = components.getOrDefault(Slot.PRETRAINED, List.of());
    boolean isWritten =
        components.getOrDefault(Slot.NORMALIZE, List.of()).stream()
            .anyMatch(normalize -> !comesWithData(leaf, normalize));
    if (pretrained.size() == 1 && !isWritten) {
      ofWeights(pretrained.get(0))
          .ifPresent(normalize -> components.put(Slot.NORMALIZE, List.of(normalize)));
    }
  }

  /** Whether one composed annotation brings it side by side with the facts of a data set. */
  private static boolean comesWithData(DeclaredType type, DeclaredComponent normalize) {
    Origin origin = normalize.origin();
    boolean isHere =
        type.name().equals(origin.declaredBy())
            && type.components().stream()
                .filter(component -> component.slot() == Slot.DATASET)
                .map(DeclaredComponent::origin)
                .anyMatch(
                    data ->
                        data.depth() > 0
                            && data.depth() == origin.depth()
                            && data.composedBy().equals(origin.composedBy()));
    return isHere || type.parents().stream().anyMatch(parent -> comesWithData(parent, normalize));
  }

  /**
   * The normalisation of the weights as a component of the recipe, as if the weights brought it;
   * its members are not written.
   */
  private static Optional<DeclaredComponent> ofWeights(DeclaredComponent pretrained) {
    return pretrained.members().stream()
        .map(DeclaredMember::value)
        .filter(DeclaredWeights.class::isInstance)
        .flatMap(value -> ((DeclaredWeights) value).normalize().stream())
        .findFirst()
        .map(
            normalize ->
                new DeclaredComponent(
                    normalize.slot(),
                    normalize.annotation(),
                    normalize.members().stream()
                        .map(
                            member ->
                                new DeclaredMember(
                                    member.name(),
                                    member.value(),
                                    false,
                                    member.limits(),
                                    pretrained.origin()))
                        .toList(),
                    pretrained.origin()));
  }
}
