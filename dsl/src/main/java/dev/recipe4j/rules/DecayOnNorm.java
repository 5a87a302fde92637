package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.network.NetworkAnalysis;
import java.util.List;
import java.util.Optional;

/** Says whether gamma, beta and biases are decayed (ClassyVision issue 177). */
final class DecayOnNorm extends Check {
  DecayOnNorm() {
    super(Rule.DECAY_ON_NORM, List.of(Slot.DECAY, Slot.MODEL, Slot.DATASET), List.of(Slot.CROP));
  }

  @Override
  List<Finding> findings(Subject recipe) {
    Optional<SizedNetwork> sized = recipe.network().filter(SizedNetwork::fits);
    if (sized.isEmpty()) {
      return List.of();
    }
    DeclaredMember normAndBias = recipe.member(Slot.DECAY, "normAndBias");
    boolean isDecayed = normAndBias.value().equals(true);
    long count = normAndBiasParameters(sized.get());
    return List.of(
        finding(
            normAndBias,
            "weight decay %s to the %d parameters of normalisation and bias among %d"
                .formatted(
                    isDecayed ? "applies" : "does not apply",
                    count,
                    sized.get().analysis().orElseThrow().parameters()),
            ""));
  }

  private static long normAndBiasParameters(SizedNetwork sized) {
    NetworkAnalysis analysis = sized.analysis().orElseThrow();
    return sized.network().layers().stream()
        .flatMap(layer -> layer.operation().tensors(analysis.inputShape(layer)).stream())
        .filter(tensor -> tensor.kind().isNormOrBias())
        .mapToLong(tensor -> tensor.size())
        .sum();
  }
}
