package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.declaration.DeclaredWeights;
import dev.recipe4j.declaration.Implementation.Fault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The class that names pretrained weights declares them and the one network they belong to. */
final class WeightsMarker extends Check {
  WeightsMarker() {
    super(Rule.OPEN_COMPONENT);
  }

  @Override
  List<Finding> findings(Subject recipe) {
    return recipe
        .declaration()
        .find(Slot.PRETRAINED)
        .map(pretrained -> pretrained.member("value"))
        .flatMap(this::finding)
        .stream()
        .toList();
  }

  private Optional<Finding> finding(DeclaredMember named) {
    DeclaredWeights weights = (DeclaredWeights) named.value();
    String name = weights.simpleName();
    if (weights.weights().isEmpty()) {
      return Optional.of(
          finding(
              named,
              "%s has no @Weights: nothing is known of the file".formatted(name),
              "add @Weights(classes = 1000, normalize = ..., checksum = ..., origin = ...) and the network of the weights to %s"
                  .formatted(name)));
    }
    if (weights.networks().size() != 1) {
      return Optional.of(
          finding(
              named,
              "%s has %s: weights belong to one network"
                  .formatted(name, networks(weights.networks())),
              "write one network annotation beside @Weights on " + name));
    }
    return weights.isComplete()
        ? Optional.empty()
        : Optional.of(unusable(named, weights.networks().get(0)));
  }

  private static String networks(List<DeclaredComponent> networks) {
    return networks.isEmpty()
        ? "no network"
        : "%d networks (%s)"
            .formatted(
                networks.size(),
                networks.stream()
                    .map(network -> "@" + network.annotation())
                    .collect(Collectors.joining(", ")));
  }

  private Finding unusable(DeclaredMember named, DeclaredComponent network) {
    Fault fault =
        network
            .implementation()
            .flatMap(own -> own.faults().stream().findFirst())
            .orElse(
                new Fault(
                    "@%s names no class that executes it".formatted(network.annotation()),
                    "write @ComponentOf(value = Slot.MODEL, implementation = ...) on @%s"
                        .formatted(network.annotation())));
    return finding(
        named, "the network of %s: %s".formatted(named.show(), fault.message()), fault.fix());
  }
}
