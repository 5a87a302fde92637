package dev.recipe4j.declaration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A class literal that names published weights, with what the annotations of the class declare.
 *
 * @param name name of the class with its package
 * @param weights its {@link dev.recipe4j.Weights}, with the normalisation as a component for the
 *     value of {@code normalize}; empty if the class has none
 * @param networks its network annotations: one, if nothing is wrong
 */
public record DeclaredWeights(
    String name, Optional<DeclaredComponent> weights, List<DeclaredComponent> networks) {
  public DeclaredWeights {
    networks = List.copyOf(networks);
  }

  /** The name as the author writes it. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Whether everything is known of the weights: the file, and one network that can be made. */
  public boolean isComplete() {
    return weights.isPresent()
        && networks.size() == 1
        && networks.get(0).implementation().stream()
            .allMatch(own -> own.type().isPresent() && own.faults().isEmpty());
  }

  /**
   * The normalisation that the weights were trained with; empty if there is no {@code @Weights}.
   */
  public Optional<DeclaredComponent> normalize() {
    return weights.map(declared -> (DeclaredComponent) declared.member("normalize").value());
  }

  /** All annotations with values: the weights, their normalisation, their networks. */
  public Stream<DeclaredComponent> components() {
    return Stream.of(weights.stream(), normalize().stream(), networks.stream()).flatMap(s -> s);
  }

  @Override
  public String toString() {
    return simpleName();
  }
}
