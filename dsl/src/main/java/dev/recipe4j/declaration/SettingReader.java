package dev.recipe4j.declaration;

import dev.recipe4j.decimal.Decimals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the text of one setting as a value that its member can take. */
final class SettingReader {
  // What Java source allows without suffixes; Double.parseDouble also takes "NaN", "1d" and
  // "0x1p3".
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  /** A comma that no backslash precedes: class names may contain commas. */
  private static final Pattern SEPARATOR = Pattern.compile("(?<!\\\\),");

  private final Setting setting;
  private final DeclaredMember member;

  SettingReader(Setting setting, DeclaredMember member) {
    this.setting = setting;
    this.member = member;
  }

  /**
   * The value as {@link DeclaredMember} holds it.
   *
   * @throws SettingException if the text is not of the type or out of the member's range
   */
  Object read(Class<?> type) {
    if (!type.isArray()) {
      return element(setting.value(), type);
    }
    List<Object> elements = new ArrayList<>();
    for (String element : SEPARATOR.split(setting.value(), -1)) {
      elements.add(element(element.strip().replace("\\,", ","), type.getComponentType()));
    }
    return List.copyOf(elements);
  }

  private Object element(String text, Class<?> type) {
    if (type == int.class) {
      return inRange((int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
    } else if (type == long.class) {
      return inRange(whole(text, Long.MIN_VALUE, Long.MAX_VALUE));
    } else if (type == double.class) {
      return inRange(decimal(text));
    } else if (type == boolean.class) {
      return truth(text);
    } else if (type.isEnum()) {
      return constant(text, type);
    } else if (type == String.class) {
      return text;
    }
    throw new SettingException(
        "%s cannot be set: it is a %s".formatted(setting.key(), type.getSimpleName()));
  }

  private long whole(String text, long least, long most) {
    try {
      // As in Java source, 60_000 is a number.
      long number = Long.parseLong(text.replace("_", ""));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw refused(text, "a whole number");
    }
    throw refused(text, "a whole number from %d to %d".formatted(least, most));
  }

  private double decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw refused(text, "a number");
    }
    return Double.parseDouble(text);
  }

  private Number inRange(Number number) {
    if (member.limits().filter(limits -> !limits.allow(number.doubleValue())).isPresent()) {
      throw new SettingException(
          "%s is %s, but must be %s"
              .formatted(
                  setting.key(),
                  Decimals.show(number.doubleValue()),
                  member.limits().get().show()));
    }
    return number;
  }

  private boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refused(text, "true or false");
    };
  }

  private String constant(String text, Class<?> type) {
    List<String> names =
        Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
    return names.stream()
        .filter(name -> name.equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> refused(text, "one of " + String.join(", ", names)));
  }

  private SettingException refused(String text, String wanted) {
    String range =
        member
            .limits()
            .map(limits -> " (" + limits.show() + ")")
            .filter(words -> !wanted.contains(" from "))
            .orElse("");
    return new SettingException(
        "%s is '%s', but must be %s%s".formatted(setting.key(), text, wanted, range));
  }
}
