package dev.recipe4j.declaration;

/**
 * A value that replaces one of a recipe for a run: {@code learningRate.peak=0.1}.
 *
 * @param key of the member, as {@link MemberKeys} forms it
 * @param value as text
 */
public record Setting(String key, String value) {
  /**
   * Reads {@code key=value}.
   *
   * @throws SettingException if the text has no equals sign, or nothing before it
   */
  public static Setting parse(String text) {
    int sign = text.indexOf('=');
    if (sign < 1) {
      throw new SettingException(
          "'%s' sets nothing: write key=value, as in batch=64".formatted(text));
    }
    return new Setting(text.substring(0, sign).strip(), text.substring(sign + 1).strip());
  }

  @Override
  public String toString() {
    return key + "=" + value;
  }
}
