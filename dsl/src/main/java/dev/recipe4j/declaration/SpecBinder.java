package dev.recipe4j.declaration;

import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.Model;
import dev.recipe4j.spec.Normalize;
import dev.recipe4j.spec.Weights;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Gives a declared component its record in {@code dev.recipe4j.spec}: the record has the
 * annotation's simple name, and its components have the names of the annotation's members.
 */
public final class SpecBinder {
  private static final String SPEC_PACKAGE = Component.class.getPackageName();

  private SpecBinder() {}

  /**
   * The record of a component; empty for one of a user's own that names no class, and for weights
   * of which not everything is known.
   *
   * @throws IllegalStateException if the annotation and its record do not agree
   */
  public static Optional<Component> bind(DeclaredComponent declared) {
    boolean isUnknown =
        declared.members().stream()
            .anyMatch(m -> m.value() instanceof DeclaredWeights w && !w.isComplete());
    if (isUnknown) {
      return Optional.empty();
    }
    return declared.implementation().isPresent()
        ? OpenBinder.bind(declared, declared.implementation().get())
        : Optional.of(bindRecord(declared));
  }

  private static Component bindRecord(DeclaredComponent declared) {
    try {
      Class<?> type = Class.forName(SPEC_PACKAGE + "." + declared.annotation());
      RecordComponent[] parameters = type.getRecordComponents();
      Object[] arguments =
          Arrays.stream(parameters)
              .map(parameter -> argument(parameter.getType(), declared.member(parameter.getName())))
              .toArray();
      Class<?>[] types =
          Arrays.stream(parameters).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return (Component) type.getDeclaredConstructor(types).newInstance(arguments);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
      throw new IllegalStateException(
          "@" + declared.annotation() + " does not fit its record: " + cause, cause);
    }
  }

  private static Weights bind(DeclaredWeights declared) {
    DeclaredComponent weights = declared.weights().orElseThrow();
    return new Weights(
        declared.name(),
        (Model) bind(declared.networks().get(0)).orElseThrow(),
        (Integer) weights.member("classes").value(),
        (Integer) weights.member("channels").value(),
        (Normalize) bindRecord(declared.normalize().orElseThrow()),
        weights.member("checksum").value().toString(),
        weights.member("origin").value().toString());
  }

  private static Object argument(Class<?> type, DeclaredMember member) {
    Object value = member.value();
    if (value instanceof DeclaredWeights weights) {
      return bind(weights);
    }
    if (type == OptionalInt.class) {
      return member.written() ? OptionalInt.of((Integer) value) : OptionalInt.empty();
    }
    if (type == OptionalDouble.class) {
      return member.written() ? OptionalDouble.of((Double) value) : OptionalDouble.empty();
    }
    if (type == Optional.class) {
      return member.written() ? Optional.of(value) : Optional.empty();
    }
    if (type.isEnum()) {
      return constant(type, value.toString());
    }
    if (type == List.class && !(value instanceof List<?>)) {
      return List.of(value);
    }
    return value;
  }

  private static Object constant(Class<?> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName() + "." + name));
  }
}
