package dev.recipe4j.declaration;

import java.util.List;

/** The Java types of members. */
final class MemberTypes {
  private MemberTypes() {}

  /**
   * The type of a member in its annotation; of a component that is not of this language, as far as
   * its present value shows it.
   */
  static Class<?> of(DeclaredComponent component, DeclaredMember member) {
    try {
      return Language.annotation(component.annotation()).getMethod(member.name()).getReturnType();
    } catch (ReflectiveOperationException e) {
      return of(member.value());
    }
  }

  private static Class<?> of(Object value) {
    if (value instanceof Integer) {
      return int.class;
    } else if (value instanceof Long) {
      return long.class;
    } else if (value instanceof Double) {
      return double.class;
    } else if (value instanceof Boolean) {
      return boolean.class;
    }
    boolean isList = value instanceof List<?> list && !list.isEmpty();
    return isList ? of(((List<?>) value).get(0)).arrayType() : String.class;
  }
}
