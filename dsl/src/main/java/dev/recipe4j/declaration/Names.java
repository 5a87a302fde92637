package dev.recipe4j.declaration;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form of recipe ids, and names that a misspelt one may have meant. */
public final class Names {
  private static final Pattern RECIPE_ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private Names() {}

  /** Whether the text is lower-case words joined by hyphens. */
  public static boolean isRecipeId(String text) {
    return RECIPE_ID.matcher(text).matches();
  }

  /** The name of a class without its package, or of a nested one without its surroundings. */
  public static String simple(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }

  /** A name in kebab case: {@code FlowersMobileNet} and {@code flowers_mobile net} alike. */
  public static String toRecipeId(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .replaceAll("([A-Z]+)([A-Z][a-z])", "$1-$2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  /**
   * The three candidates that need the fewest changed letters, those that contain the name first.
   */
  public static List<String> nearest(String name, Collection<String> candidates) {
    return candidates.stream()
        .sorted(
            Comparator.comparing((String candidate) -> !candidate.contains(name))
                .thenComparing(candidate -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .limit(3)
        .toList();
  }

  /** Levenshtein distance: insertions, deletions and replacements of letters. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
