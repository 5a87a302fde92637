package dev.recipe4j.declaration;

import java.util.Locale;
import java.util.regex.Pattern;

/** The form of recipe ids. */
public final class Names {
  private static final Pattern RECIPE_ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private Names() {}

  /** Whether the text is lower-case words joined by hyphens. */
  public static boolean isRecipeId(String text) {
    return RECIPE_ID.matcher(text).matches();
  }

  /** A name in kebab case: {@code FlowersMobileNet} and {@code flowers_mobile net} alike. */
  public static String toRecipeId(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .replaceAll("([A-Z]+)([A-Z][a-z])", "$1-$2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
