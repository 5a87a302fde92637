package dev.recipe4j.rules;

import dev.recipe4j.Excludes;
import dev.recipe4j.Rule;
import dev.recipe4j.WrittenWith;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.declaration.Language;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Members that belong together are written together, and of members that say the same in two ways
 * one is written: as {@link WrittenWith} and {@link Excludes} declare on the members.
 */
final class OneOfMembers extends Check {
  OneOfMembers() {
    super(Rule.ONE_OF_MEMBERS);
  }

  @Override
  List<Finding> findings(Subject recipe) {
    return recipe.declaration().components().stream()
        .filter(component -> component.implementation().isEmpty())
        .flatMap(
            component ->
                members(component).stream().flatMap(method -> finding(component, method).stream()))
        .toList();
  }

  private static List<Method> members(DeclaredComponent component) {
    try {
      Class<?> annotation = Language.annotation(component.annotation());
      return Arrays.stream(annotation.getDeclaredMethods())
          .sorted(Comparator.comparing(Method::getName))
          .toList();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("@" + component.annotation() + " is not of recipe4j", e);
    }
  }

  private Optional<Finding> finding(DeclaredComponent component, Method method) {
    DeclaredMember member = component.member(method.getName());
    WrittenWith together = method.getAnnotation(WrittenWith.class);
    if (together != null) {
      return together(member, component.member(together.value()), together.because());
    }
    Excludes excludes = method.getAnnotation(Excludes.class);
    return excludes == null
        ? Optional.empty()
        : either(component, member, component.member(excludes.value()), excludes.required());
  }

  private Optional<Finding> together(DeclaredMember one, DeclaredMember two, String because) {
    if (one.written() == two.written()) {
      return Optional.empty();
    }
    DeclaredMember alone = one.written() ? one : two;
    DeclaredMember absent = one.written() ? two : one;
    return Optional.of(
        finding(
            alone,
            "%s = %s is written without %s".formatted(alone.name(), alone.show(), absent.name()),
            "write %s too: %s".formatted(absent.name(), because)));
  }

  private Optional<Finding> either(
      DeclaredComponent component, DeclaredMember one, DeclaredMember two, boolean required) {
    if (one.written() && two.written()) {
      return Optional.of(
          finding(
              two,
              "%s = %s and %s = %s of @%s exclude each other"
                  .formatted(
                      one.name(), one.show(), two.name(), two.show(), component.annotation()),
              "drop %s or %s".formatted(one.name(), two.name())));
    }
    if (required && !one.written() && !two.written()) {
      return Optional.of(
          finding(
              component,
              "@%s says neither %s nor %s"
                  .formatted(component.annotation(), one.name(), two.name()),
              "write %s or %s".formatted(one.name(), two.name())));
    }
    return Optional.empty();
  }
}
