package dev.recipe4j.declaration;

import dev.recipe4j.decimal.Decimals;
import java.util.List;
import java.util.stream.Collectors;

/** Components of the language as Java source that says the same. */
public final class AnnotationSource {
  private static final String VALUE = "value";

  private AnnotationSource() {}

  /** The annotation with the members that are written: {@code @ResNet(depth = 50)}. */
  public static String of(DeclaredComponent component) {
    List<DeclaredMember> written =
        component.members().stream().filter(DeclaredMember::written).toList();
    String name = "@" + component.annotation();
    if (written.isEmpty()) {
      return name;
    }
    if (written.size() == 1 && written.get(0).name().equals(VALUE)) {
      return "%s(%s)".formatted(name, literal(component, written.get(0)));
    }
    return written.stream()
        .map(member -> member.name() + " = " + literal(component, member))
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  private static String literal(DeclaredComponent component, DeclaredMember member) {
    Class<?> type = MemberTypes.of(component, member);
    if (!type.isArray()) {
      return literal(type, member.value());
    }
    String elements =
        member.elements().stream()
            .map(element -> literal(type.getComponentType(), element))
            .collect(Collectors.joining(", "));
    return member.elements().size() == 1 ? elements : "{" + elements + "}";
  }

  private static String literal(Class<?> type, Object value) {
    if (type.isEnum()) {
      String canonical = type.getCanonicalName();
      return canonical.substring(type.getPackageName().length() + 1) + "." + value;
    } else if (value instanceof String text) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    } else if (value instanceof Double number) {
      return Decimals.show(number);
    }
    return value.toString();
  }
}
