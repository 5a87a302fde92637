package dev.recipe4j.declaration;

/** A setting that names no member of the recipe, or gives it a value that it cannot take. */
public final class SettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  SettingException(String message) {
    super(message);
  }
}
