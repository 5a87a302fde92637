package dev.recipe4j.declaration;

import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.OpenComponent;
import dev.recipe4j.spec.RecipeSpec;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * One value in which two recipes differ.
 *
 * @param key of the member as {@code --set} takes it, or the slot whose component is another
 * @param before as shown; {@code none} if it is not there
 * @param after as shown; {@code none} if it is not there
 */
public record Difference(String key, String before, String after) {
  private static final String NONE = "none";

  /** All differences, in the order in which recipes are read. */
  public static List<Difference> between(RecipeSpec before, RecipeSpec after) {
    List<Difference> differences = new ArrayList<>();
    for (Slot slot : Slot.values()) {
      List<Component> old = before.all(slot);
      List<Component> present = after.all(slot);
      if (names(old).equals(names(present))) {
        for (int i = 0; i < old.size(); i++) {
          differences.addAll(between(old.get(i), present.get(i)));
        }
      } else {
        differences.add(new Difference(words(slot), show(old), show(present)));
      }
    }
    return differences;
  }

  private static List<Difference> between(Component before, Component after) {
    List<Member> old = members(before);
    List<Member> present = members(after);
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      if (!old.get(i).value().equals(present.get(i).value())) {
        differences.add(
            new Difference(
                MemberKeys.of(before.slot(), name(before), old.get(i).name()),
                show(old.get(i).value()),
                show(present.get(i).value())));
      }
    }
    return differences;
  }

  private record Member(String name, Object value) {}

  private static List<Member> members(Component component) {
    if (component instanceof OpenComponent open) {
      return open.arguments().stream().map(a -> new Member(a.name(), a.value())).toList();
    }
    List<Member> members = new ArrayList<>();
    for (RecordComponent member : component.getClass().getRecordComponents()) {
      try {
        members.add(new Member(member.getName(), member.getAccessor().invoke(component)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(component + " cannot be read", e);
      }
    }
    return members;
  }

  private static String words(Slot slot) {
    return slot.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String name(Component component) {
    return component instanceof OpenComponent open
        ? open.annotation().substring(open.annotation().lastIndexOf('.') + 1)
        : component.getClass().getSimpleName();
  }

  private static List<String> names(List<Component> components) {
    return components.stream().map(Difference::name).toList();
  }

  private static String show(List<Component> components) {
    return components.isEmpty()
        ? NONE
        : components.stream().map(Difference::annotation).collect(Collectors.joining(" "));
  }

  private static String annotation(Component component) {
    String written =
        members(component).stream()
            .filter(member -> !show(member.value()).equals(NONE))
            .map(member -> member.name() + " = " + show(member.value()))
            .collect(Collectors.joining(", "));
    return "@" + name(component) + (written.isEmpty() ? "" : "(" + written + ")");
  }

  private static String show(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? show(optional.get()) : NONE;
    } else if (value instanceof OptionalInt number) {
      return number.isPresent() ? Integer.toString(number.getAsInt()) : NONE;
    } else if (value instanceof OptionalDouble number) {
      return number.isPresent() ? Decimals.show(number.getAsDouble()) : NONE;
    } else if (value instanceof Double number) {
      return Decimals.show(number);
    } else if (value instanceof List<?> list) {
      return list.stream().map(Difference::show).collect(Collectors.joining(", ", "{", "}"));
    }
    return value.toString();
  }

  /** In one line: {@code epochs 8 -> 12}. */
  @Override
  public String toString() {
    return "%s %s -> %s".formatted(key, before, after);
  }
}
