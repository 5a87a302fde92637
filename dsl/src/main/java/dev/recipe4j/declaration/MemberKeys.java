package dev.recipe4j.declaration;

import dev.recipe4j.Slot;
import java.util.List;
import java.util.Locale;

/**
 * Names for the members of a recipe, as {@code --set} takes them. A key is the component's
 * annotation in camel case, a dot and the member: {@code learningRate.peak}. Two things are left
 * out: a member called {@code value} ({@code batch}, {@code l2Decay}), and {@code @Recipe} before
 * its members ({@code epochs}). The first words of an annotation stand for it where they are those
 * of one component only: {@code l2}, {@code cosine.floor}.
 */
public final class MemberKeys {
  private static final String VALUE = "value";

  private MemberKeys() {}

  /** The key of a member. */
  public static String of(DeclaredComponent component, DeclaredMember member) {
    return of(component.slot(), component.annotation(), member.name());
  }

  static String of(Slot slot, String annotation, String member) {
    if (slot == Slot.RECIPE) {
      return member;
    }
    String component = camelCase(annotation);
    return member.equals(VALUE) ? component : component + "." + member;
  }

  /** The keys of all members of a recipe, component by component. */
  public static List<String> all(Declaration recipe) {
    return recipe.components().stream()
        .flatMap(component -> component.members().stream().map(member -> of(component, member)))
        .toList();
  }

  /**
   * The keys that the text may mean: the key itself, in its long form ({@code batch.value}, {@code
   * recipe.epochs}), or every one that it shortens.
   */
  static List<String> meantBy(String text, Declaration recipe) {
    List<String> keys = all(recipe);
    String wanted = withoutNeedlessParts(text);
    return keys.contains(wanted)
        ? List.of(wanted)
        : keys.stream().filter(key -> isShortFor(wanted, key)).toList();
  }

  private static String withoutNeedlessParts(String text) {
    String key = text.startsWith("recipe.") ? text.substring("recipe.".length()) : text;
    return key.endsWith("." + VALUE) ? key.substring(0, key.length() - VALUE.length() - 1) : key;
  }

  private static boolean isShortFor(String text, String key) {
    String words = componentOf(text);
    String component = componentOf(key);
    return text.substring(words.length()).equals(key.substring(component.length()))
        && !words.isEmpty()
        && component.length() > words.length()
        && component.startsWith(words)
        && Character.isUpperCase(component.charAt(words.length()));
  }

  private static String componentOf(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? key : key.substring(0, dot);
  }

  private static String camelCase(String annotation) {
    return annotation.substring(0, 1).toLowerCase(Locale.ROOT) + annotation.substring(1);
  }
}
