package dev.recipe4j.declaration;

import dev.recipe4j.decimal.Decimals;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One member of a declared component.
 *
 * @param name as in the annotation type
 * @param value a Boolean, Integer, Long, Double, String, the name of an enum constant as a String,
 *     a List of these; in the language also a DeclaredComponent for an annotation, and
 *     DeclaredWeights for a class literal
 * @param written whether the author wrote it; otherwise it is the default
 * @param limits the values it may take
 * @param origin where it comes from
 */
public record DeclaredMember(
    String name, Object value, boolean written, Optional<Limits> limits, Origin origin)
    implements Positioned {

  /** The value, or its elements if it is a list. */
  public List<?> elements() {
    return value instanceof List<?> list ? list : List.of(value);
  }

  /** The value as Java source would have it, numbers as decimals: {@code 0.1}, {@code {30, 60}}. */
  public String show() {
    return value instanceof List<?> list
        ? list.stream().map(DeclaredMember::show).collect(Collectors.joining(", ", "{", "}"))
        : show(value);
  }

  private static String show(Object value) {
    if (value instanceof DeclaredComponent component) {
      return component.show();
    }
    return value instanceof Double number ? Decimals.show(number) : value.toString();
  }
}
