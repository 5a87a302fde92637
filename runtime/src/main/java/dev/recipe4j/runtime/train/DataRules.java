package dev.recipe4j.runtime.train;

import dev.recipe4j.Rule;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.spec.ClassNames;
import dev.recipe4j.spec.Dataset;
import dev.recipe4j.spec.RecipeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The rules that ask the data itself, at the start of a run. */
final class DataRules {
  private final RecipeSpec recipe;
  private final ImageData data;

  private DataRules(RecipeSpec recipe, ImageData data) {
    this.recipe = recipe;
    this.data = data;
  }

  /**
   * Asks them.
   *
   * @throws RunFindingException on the first that is broken
   */
  static void check(RecipeSpec recipe, ImageData data) {
    DataRules rules = new DataRules(recipe, data);
    // First: it tells of other classes too, and why they are others.
    rules.requireScannedData();
    rules.requireClasses();
  }

  private void requireScannedData() {
    Optional<String> declared = recipe.dataset().fingerprint();
    if (declared.isEmpty()) {
      return;
    }
    Optional<String> found = data.fingerprint();
    if (found.isEmpty() || found.get().equals(declared.get())) {
      return;
    }
    List<String> differences = differences();
    differences.add(
        "fingerprint %s instead of %s".formatted(brief(found.get()), brief(declared.get())));
    throw new RunFindingException(
        Rule.DATA_DRIFT,
        ("%s is not the data that the recipe %s declares: %s; run 'recipe4j scan' on it again and"
                + " review what changes, or drop the fingerprint from @Dataset")
            .formatted(data.description(), recipe.recipe().id(), String.join(", ", differences)));
  }

  /** Enough to tell two apart in one line. */
  private static String brief(String fingerprint) {
    int shown = "sha256:".length() + 12;
    return fingerprint.length() <= shown ? fingerprint : fingerprint.substring(0, shown) + "...";
  }

  private List<String> differences() {
    List<String> differences = new ArrayList<>();
    Dataset declared = recipe.dataset();
    addCount(differences, "training images", declared.trainExamples(), data.train().size());
    addCount(
        differences, "validation images", declared.validationExamples(), data.validation().size());
    addCount(differences, "classes", OptionalInt.of(declared.classes()), data.classes());
    List<String> names = recipe.classNames().map(ClassNames::value).orElse(List.of());
    List<String> found = data.classNames().orElse(names);
    addNames(differences, "without class", names, found);
    addNames(differences, "with the new class", found, names);
    return differences;
  }

  private static void addCount(
      List<String> differences, String what, OptionalInt declared, int found) {
    if (declared.isPresent() && declared.getAsInt() != found) {
      differences.add("%d %s instead of %d".formatted(found, what, declared.getAsInt()));
    }
  }

  private static void addNames(
      List<String> differences, String words, List<String> names, List<String> without) {
    names.stream()
        .filter(name -> !without.contains(name) && !without.isEmpty())
        .forEach(name -> differences.add("%s '%s'".formatted(words, name)));
  }

  private void requireClasses() {
    int classes = recipe.dataset().classes();
    if (data.classes() != classes) {
      throw new RunFindingException(
          Rule.CLASSES_MISMATCH,
          ("the recipe %s is for %d classes, the data has %d: %s; train on the data that the recipe"
                  + " is for, or give it a @Dataset(classes = %d, ...)")
              .formatted(
                  recipe.recipe().id(),
                  classes,
                  data.classes(),
                  data.description(),
                  data.classes()));
    }
    List<String> written = recipe.classNames().map(ClassNames::value).orElse(List.of());
    List<String> found = data.classNames().orElse(written);
    for (int i = 0; i < Math.min(written.size(), found.size()); i++) {
      if (!written.get(i).equals(found.get(i))) {
        throw new RunFindingException(
            Rule.CLASSES_MISMATCH,
            ("class %d is '%s' in the recipe %s, but '%s' in the data: %s; rename the folder, or"
                    + " mend @ClassNames")
                .formatted(
                    i, written.get(i), recipe.recipe().id(), found.get(i), data.description()));
      }
    }
  }
}
