package dev.recipe4j.processor.generation;

import com.palantir.javapoet.CodeBlock;
import dev.recipe4j.Slot;
import dev.recipe4j.spec.OpenComponent;
import dev.recipe4j.spec.OpenComponent.Argument;
import dev.recipe4j.spec.OpenPart;
import java.util.List;
import java.util.Optional;

/** Components of a user's own as the Java source that makes them: plain constructor calls. */
final class OpenLiterals {
  private OpenLiterals() {}

  /** The description with the object. */
  static CodeBlock of(OpenComponent component) {
    CodeBlock slot =
        component instanceof OpenPart
            ? CodeBlock.of("$T.$L, ", Slot.class, component.slot())
            : CodeBlock.of("");
    CodeBlock arguments =
        component.arguments().stream()
            .map(
                a ->
                    CodeBlock.of(
                        "new $T($S, $S, $L)",
                        Argument.class,
                        a.name(),
                        a.type(),
                        Literals.of(a.value())))
            .collect(CodeBlock.joining(", "));
    return CodeBlock.of(
        "new $T($L$S, $S, $T.of($L), $T.of($L))",
        component.getClass(),
        slot,
        component.annotation(),
        component.type(),
        List.class,
        arguments,
        Optional.class,
        construction(component));
  }

  /** The call of the constructor: {@code new com.acme.Blur(2.0)}. */
  static CodeBlock construction(OpenComponent component) {
    CodeBlock arguments =
        component.arguments().stream()
            .map(argument -> value(argument.type(), argument.value()))
            .collect(CodeBlock.joining(", "));
    return CodeBlock.of("new $L($L)", component.type(), arguments);
  }

  private static CodeBlock value(String type, Object value) {
    if (type.endsWith("[]")) {
      String element = type.substring(0, type.length() - 2);
      CodeBlock elements =
          ((List<?>) value).stream().map(e -> value(element, e)).collect(CodeBlock.joining(", "));
      return CodeBlock.of("new $L[] {$L}", erased(element), elements);
    }
    return switch (type) {
      case "int", "long", "double", "boolean", "java.lang.String" -> Literals.of(value);
      case "float", "short", "byte" -> CodeBlock.of("($L) $L", type, Literals.of(value));
      case "char" -> CodeBlock.of("(char) $L", (int) value.toString().charAt(0));
      default ->
          erased(type).equals(Class.class.getName())
              ? CodeBlock.of("$L.class", value)
              : CodeBlock.of("$L.$L", type, value);
    };
  }

  private static String erased(String type) {
    int generic = type.indexOf('<');
    return generic < 0 ? type : type.substring(0, generic);
  }
}
