package dev.recipe4j.declaration;

import dev.recipe4j.Range;
import dev.recipe4j.Slot;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.Normalize;
import dev.recipe4j.spec.OpenComponent;
import dev.recipe4j.spec.RecipeSpec;
import dev.recipe4j.spec.TakesSoftLabels;
import dev.recipe4j.spec.Weights;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Declares a recipe from its spec, so that the rules can be asked at run time: the inverse of
 * {@link SpecBinder}. A member counts as written if it is present or differs from its default, or
 * if its key says so.
 */
public final class SpecReader {
  private SpecReader() {}

  /**
   * The declaration of a recipe.
   *
   * @param name simple name of the recipe class
   */
  public static Declaration declare(String name, RecipeSpec recipe, List<Acceptance> acceptances) {
    return declare(name, recipe, acceptances, List.of());
  }

  /**
   * The declaration of a recipe.
   *
   * @param name simple name of the recipe class
   * @param writtenDefaults keys of members that are written although they have their default
   */
  public static Declaration declare(
      String name,
      RecipeSpec recipe,
      List<Acceptance> acceptances,
      Collection<String> writtenDefaults) {
    List<DeclaredComponent> components =
        recipe.components().stream()
            .filter(component -> !isFromWeights(component, recipe, writtenDefaults))
            .map(component -> declare(component, Origin.of(name), writtenDefaults))
            .toList();
    DeclaredType type = new DeclaredType(name, components, acceptances, List.of());
    return Inheritance.resolve(type, Site.SOUND);
  }

  /** Whether it is the normalisation that pretrained weights bring, and not written. */
  private static boolean isFromWeights(
      Component component, RecipeSpec recipe, Collection<String> writtenDefaults) {
    return component instanceof Normalize
        && !writtenDefaults.contains(MemberKeys.of(Slot.NORMALIZE, "Normalize", "mean"))
        && recipe.pretrained().filter(p -> p.value().normalize().equals(component)).isPresent();
  }

  /**
   * Keys of the members of a recipe that its spec does not show to be written: what {@link
   * #declare(String, RecipeSpec, List, Collection)} wants to know.
   *
   * @param recipe the spec of the declaration
   */
  public static List<String> writtenDefaults(Declaration declaration, RecipeSpec recipe) {
    Declaration shown = declare(declaration.name(), recipe, List.of());
    List<String> keys = new ArrayList<>();
    for (DeclaredComponent component : declaration.components()) {
      for (DeclaredComponent read : shown.findAll(component.slot())) {
        if (read.annotation().equals(component.annotation())) {
          keys.addAll(writtenDefaults(component, read));
        }
      }
    }
    return List.copyOf(keys);
  }

  private static List<String> writtenDefaults(DeclaredComponent declared, DeclaredComponent read) {
    return declared.members().stream()
        .filter(member -> member.written() && !read.member(member.name()).written())
        .map(member -> MemberKeys.of(declared, member))
        .toList();
  }

  private static DeclaredComponent declare(
      Component component, Origin origin, Collection<String> writtenDefaults) {
    if (component instanceof OpenComponent open) {
      return declare(open, origin);
    }
    return declare(component.slot(), component, origin, writtenDefaults);
  }

  private static DeclaredComponent declare(
      Slot slot, Object component, Origin origin, Collection<String> writtenDefaults) {
    Class<?> type = component.getClass();
    List<DeclaredMember> members =
        Arrays.stream(type.getRecordComponents())
            .filter(member -> !(component instanceof Weights) || isDeclaredByWeights(member))
            .map(member -> declare(slot, member, component, origin, writtenDefaults))
            .toList();
    return new DeclaredComponent(slot, type.getSimpleName(), members, origin);
  }

  /** The name of the marker type and its network are no members of {@code @Weights}. */
  private static boolean isDeclaredByWeights(RecordComponent member) {
    return !member.getName().equals("name") && !member.getName().equals("model");
  }

  private static DeclaredWeights declare(Weights weights) {
    DeclaredWeights named = new DeclaredWeights(weights.name(), Optional.empty(), List.of());
    Origin origin = Origin.of(named.simpleName());
    return new DeclaredWeights(
        weights.name(),
        Optional.of(declare(Slot.PRETRAINED, weights, origin, List.of())),
        List.of(declare(weights.model(), origin, List.of())));
  }

  private static DeclaredComponent declare(OpenComponent open, Origin origin) {
    List<DeclaredMember> members =
        open.arguments().stream()
            .map(a -> new DeclaredMember(a.name(), a.value(), true, Optional.empty(), origin))
            .toList();
    Implementation implementation =
        new Implementation(
            open.annotation(),
            Optional.of(open.type()),
            open.arguments().stream()
                .map(argument -> new Implementation.Parameter(argument.name(), argument.type()))
                .toList(),
            List.of(),
            open.instance().filter(TakesSoftLabels.class::isInstance).isPresent());
    String simpleName = open.annotation().substring(open.annotation().lastIndexOf('.') + 1);
    return new DeclaredComponent(
        open.slot(), simpleName, members, origin, Optional.of(implementation));
  }

  private static DeclaredMember declare(
      Slot slot,
      RecordComponent member,
      Object component,
      Origin origin,
      Collection<String> writtenDefaults) {
    try {
      String name = component.getClass().getSimpleName();
      Class<?> annotation = Language.annotation(name);
      Method declared = annotation.getMethod(member.getName());
      Optional<Object> standard =
          Optional.ofNullable(declared.getDefaultValue()).map(SpecReader::plain);
      Optional<Object> value =
          present(member.getAccessor().invoke(component)).map(v -> nested(v, origin));
      return new DeclaredMember(
          member.getName(),
          value.or(() -> standard).orElseThrow(),
          value.isPresent()
              && (isOptional(member.getType())
                  || !value.equals(standard)
                  || writtenDefaults.contains(MemberKeys.of(slot, name, member.getName()))),
          Optional.ofNullable(declared.getAnnotation(Range.class)).map(Limits::of),
          origin);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " does not fit its annotation", e);
    }
  }

  private static boolean isOptional(Class<?> type) {
    return type == OptionalInt.class || type == OptionalDouble.class || type == Optional.class;
  }

  private static Optional<Object> present(Object value) {
    if (value instanceof OptionalInt number) {
      return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }
    if (value instanceof OptionalDouble number) {
      return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }
    return value instanceof Optional<?> optional ? optional.map(v -> v) : Optional.of(value);
  }

  private static Object nested(Object value, Origin origin) {
    if (value instanceof Weights weights) {
      return declare(weights);
    }
    return value instanceof Component component
        ? declare(component, origin, List.of())
        : plain(value);
  }

  /** An annotation value as {@link DeclaredMember} holds it. */
  public static Object plain(Object value) {
    if (value.getClass().isArray()) {
      return IntStream.range(0, Array.getLength(value))
          .mapToObj(i -> plain(Array.get(value, i)))
          .toList();
    }
    if (value instanceof Class<?> type) {
      return type.getCanonicalName();
    }
    return value instanceof Enum<?> constant ? constant.name() : value;
  }
}
