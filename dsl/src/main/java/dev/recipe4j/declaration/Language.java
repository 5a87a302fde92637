package dev.recipe4j.declaration;

import dev.recipe4j.Rule;

/** The annotations of the language, by their simple names. */
public final class Language {
  private static final String PACKAGE = Rule.class.getPackageName();

  private Language() {}

  /**
   * The annotation type of a component.
   *
   * @throws ClassNotFoundException if the language has none of that name
   */
  public static Class<?> annotation(String simpleName) throws ClassNotFoundException {
    return Class.forName(PACKAGE + "." + simpleName);
  }
}
