package dev.recipe4j.declaration;

import java.util.ArrayList;
import java.util.List;

/** Every combination of some values of some keys: {@code l2=1e-4,3e-5} and {@code epochs=4,8}. */
public final class SettingGrid {
  private SettingGrid() {}

  /**
   * The combinations; the values of the last key change fastest.
   *
   * @param texts a key and its values each; a list that is one value stands in braces, {@code
   *     atEpochs={30,60},{40,80}}
   * @throws SettingException if a text sets nothing, has an empty value or the same one twice, or
   *     braces that do not match
   */
  public static List<List<Setting>> points(List<String> texts) {
    List<List<Setting>> points = List.of(List.of());
    for (String text : texts) {
      Setting axis = Setting.parse(text);
      List<String> values = values(axis);
      List<List<Setting>> longer = new ArrayList<>();
      for (List<Setting> point : points) {
        for (String value : values) {
          List<Setting> next = new ArrayList<>(point);
          next.add(new Setting(axis.key(), value));
          longer.add(List.copyOf(next));
        }
      }
      points = longer;
    }
    return points;
  }

  private static List<String> values(Setting axis) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean isList = false;
    for (char c : (axis.value() + ",").toCharArray()) {
      if (c == (isList ? '{' : '}')) {
        throw new SettingException("the braces of %s do not match".formatted(axis));
      } else if (c == '{' || c == '}') {
        isList = c == '{';
      } else if (c == ',' && !isList) {
        add(values, value.toString().strip(), axis);
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    if (isList) {
      throw new SettingException("the braces of %s do not match".formatted(axis));
    }
    return values;
  }

  private static void add(List<String> values, String value, Setting axis) {
    if (value.isEmpty()) {
      throw new SettingException("%s has an empty value".formatted(axis));
    }
    if (values.contains(value)) {
      throw new SettingException("%s has %s twice".formatted(axis, value));
    }
    values.add(value);
  }
}
