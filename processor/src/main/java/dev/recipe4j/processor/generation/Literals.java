package dev.recipe4j.processor.generation;

import com.palantir.javapoet.CodeBlock;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.OpenComponent;
import dev.recipe4j.spec.RecipeSpec;
import dev.recipe4j.spec.Weights;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Values as the Java source that makes them again, exactly. */
final class Literals {
  private Literals() {}

  /** A recipe as {@code RecipeSpec.of(...)}, one component a line. */
  static CodeBlock of(RecipeSpec recipe) {
    CodeBlock components =
        recipe.components().stream().map(Literals::of).collect(CodeBlock.joining(",\n"));
    return CodeBlock.of("$T.of($>$>\n$L$<$<)", RecipeSpec.class, components);
  }

  /** A value of the kinds that spec records hold. */
  static CodeBlock of(Object value) {
    if (value instanceof OpenComponent open) {
      return OpenLiterals.of(open);
    }
    if (value instanceof Component || value instanceof Weights) {
      return record((Record) value);
    }
    if (value instanceof Enum<?> constant) {
      return CodeBlock.of("$T.$L", constant.getDeclaringClass(), constant.name());
    }
    if (value instanceof List<?> list) {
      return CodeBlock.of("$T.of($L)", List.class, joined(list));
    }
    if (value instanceof String text) {
      return CodeBlock.of("$S", text);
    }
    if (value instanceof Double number) {
      return decimal(number);
    }
    if (value instanceof Long number) {
      return CodeBlock.of("$LL", number);
    }
    if (value instanceof Integer || value instanceof Boolean) {
      return CodeBlock.of("$L", value);
    }
    return optional(value);
  }

  private static CodeBlock optional(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional(Optional.class, optional);
    }
    if (value instanceof OptionalInt optional) {
      return optional(
          OptionalInt.class,
          optional.isPresent() ? Optional.of(optional.getAsInt()) : Optional.empty());
    }
    if (value instanceof OptionalLong optional) {
      return optional(
          OptionalLong.class,
          optional.isPresent() ? Optional.of(optional.getAsLong()) : Optional.empty());
    }
    if (value instanceof OptionalDouble optional) {
      return optional(
          OptionalDouble.class,
          optional.isPresent() ? Optional.of(optional.getAsDouble()) : Optional.empty());
    }
    throw new IllegalArgumentException("no literal for " + value.getClass().getName());
  }

  private static CodeBlock optional(Class<?> type, Optional<?> value) {
    return value
        .map(present -> CodeBlock.of("$T.of($L)", type, of(present)))
        .orElseGet(() -> CodeBlock.of("$T.empty()", type));
  }

  private static CodeBlock record(Record component) {
    List<?> arguments =
        Arrays.stream(component.getClass().getRecordComponents())
            .map(part -> part(component, part))
            .toList();
    return CodeBlock.of("new $T($L)", component.getClass(), joined(arguments));
  }

  private static Object part(Record of, RecordComponent part) {
    try {
      return part.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + part, e);
    }
  }

  private static CodeBlock joined(List<?> values) {
    return values.stream().map(Literals::of).collect(CodeBlock.joining(", "));
  }

  /** The shortest decimal that is exactly the number: {@code 0.4}, {@code 1e-4}, {@code 1.0}. */
  static CodeBlock decimal(double number) {
    if (Double.isNaN(number)) {
      return CodeBlock.of("$T.NaN", Double.class);
    }
    if (Double.isInfinite(number)) {
      return CodeBlock.of(
          "$T.$L", Double.class, number > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY");
    }
    String shown = Decimals.show(number);
    String literal = shown.matches("-?\\d+") ? shown + ".0" : shown;
    return CodeBlock.of(
        "$L", Double.parseDouble(literal) == number ? literal : Double.toString(number));
  }
}
