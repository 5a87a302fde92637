package dev.recipe4j.rules;

import dev.recipe4j.Slot;
import dev.recipe4j.declaration.Declaration;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.declaration.Positioned;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.spec.RecipeSpec;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recipe under check: what it says and where it was written. The network is described and sized
 * once, for all rules that read it.
 */
final class Subject {
  private final RecipeSpec spec;
  private final Declaration declaration;
  private @Nullable SizedNetwork network;

  /**
   * A recipe under check.
   *
   * @param spec its values; contested slots are empty, and values may be out of range
   * @param declaration where they were written
   */
  Subject(RecipeSpec spec, Declaration declaration) {
    this.spec = spec;
    this.declaration = declaration;
  }

  RecipeSpec spec() {
    return spec;
  }

  Declaration declaration() {
    return declaration;
  }

  /** The network at its input size; empty if the input size is not known. */
  Optional<SizedNetwork> network() {
    SizedNetwork sized = network;
    if (sized == null && spec.inputSize().isPresent()) {
      sized = SizedNetwork.of(spec.network(), spec.inputShape());
      network = sized;
    }
    return Optional.ofNullable(sized);
  }

  /** Trained parameters of the network; empty if it does not fit its input. */
  Optional<Long> parameters() {
    return network().flatMap(SizedNetwork::analysis).map(NetworkAnalysis::parameters);
  }

  /** The component in force in the slot. */
  DeclaredComponent component(Slot slot) {
    return declaration
        .find(slot)
        .orElseThrow(() -> new NoSuchElementException("no component in slot " + slot));
  }

  /** A member of the component in the slot. */
  DeclaredMember member(Slot slot, String member) {
    return component(slot).member(member);
  }

  /**
   * Of several parts that contradict each other, the one nearest the leaf, then the first given.
   */
  static Positioned nearestPart(List<? extends Positioned> parts) {
    return parts.stream().min(Comparator.comparing(part -> part.origin().distance())).orElseThrow();
  }

  /**
   * Of several values that contradict each other, the one to point at: a written one before a
   * defaulted one, then the one nearest the leaf, then the first given.
   */
  static DeclaredMember nearest(DeclaredMember... members) {
    return Arrays.stream(members)
        .min(
            Comparator.comparing((DeclaredMember member) -> !member.written())
                .thenComparing(member -> member.origin().distance()))
        .orElseThrow();
  }
}
