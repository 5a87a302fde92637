package dev.recipe4j.declaration;

import dev.recipe4j.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives members of a declared recipe other values for one run, as a recipe that extends it would:
 * the rules are asked again, what is derived is derived anew, and an accept no longer holds for a
 * finding that reads a component with a value set.
 */
public final class Settings {
  private Settings() {}

  /**
   * The recipe with the values set.
   *
   * @throws SettingException if a key names no member of the recipe, or is used twice, or a value
   *     is not of the member's type or out of its range
   */
  public static Declaration apply(Declaration recipe, List<Setting> settings) {
    Map<String, Setting> byKey = new HashMap<>();
    for (Setting setting : settings) {
      if (byKey.put(keyOf(setting, recipe), setting) != null) {
        throw new SettingException("%s is set twice".formatted(setting.key()));
      }
    }
    Origin origin = Origin.ofSetting(recipe.name());
    List<DeclaredComponent> components =
        recipe.components().stream().map(component -> set(component, byKey, origin)).toList();
    return new Declaration(
        recipe.name(),
        recipe.site(),
        components.stream()
            .filter(component -> component.slot() == Slot.RECIPE)
            .findFirst()
            .orElse(recipe.recipe()),
        components,
        recipe.conflicts(),
        recipe.acceptances(),
        recipe.idle());
  }

  private static String keyOf(Setting setting, Declaration recipe) {
    List<String> meant = MemberKeys.meantBy(setting.key(), recipe);
    if (meant.isEmpty()) {
      throw new SettingException(
          "the recipe has no '%s' to set; did you mean %s?"
              .formatted(
                  setting.key(),
                  String.join(", ", Names.nearest(setting.key(), MemberKeys.all(recipe)))));
    }
    if (meant.size() > 1) {
      throw new SettingException(
          "'%s' may mean %s; write one of them"
              .formatted(setting.key(), String.join(" or ", meant)));
    }
    return meant.get(0);
  }

  private static DeclaredComponent set(
      DeclaredComponent component, Map<String, Setting> byKey, Origin origin) {
    List<DeclaredMember> members =
        component.members().stream()
            .map(
                member -> {
                  Setting setting = byKey.get(MemberKeys.of(component, member));
                  return setting == null ? member : set(component, member, setting, origin);
                })
            .toList();
    return new DeclaredComponent(
        component.slot(),
        component.annotation(),
        members,
        component.origin(),
        component.implementation());
  }

  private static DeclaredMember set(
      DeclaredComponent component, DeclaredMember member, Setting setting, Origin origin) {
    Object value = new SettingReader(setting, member).read(MemberTypes.of(component, member));
    return new DeclaredMember(member.name(), value, true, member.limits(), origin);
  }
}
