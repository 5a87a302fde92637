package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Class names are not the folders of a split. One of them alone may be a class: CIFAR-100 has
 * trains.
 */
final class ClassNamesSuspect extends Check {
  ClassNamesSuspect() {
    super(Rule.CLASS_NAMES_SUSPECT, List.of(Slot.CLASS_NAMES), List.of());
  }

  private static final Set<String> SPLITS =
      Set.of("train", "training", "test", "testing", "val", "valid", "validation", "eval", "dev");
  private static final Set<String> LITTER =
      Set.of("__macosx", ".ds_store", "thumbs.db", ".ipynb_checkpoints", ".git", "lost+found");

  @Override
  List<Finding> findings(Subject recipe) {
    List<String> names = recipe.spec().classNames().orElseThrow().value();
    List<String> splits = names.stream().filter(name -> isIn(SPLITS, name)).toList();
    List<String> litter = names.stream().filter(name -> isIn(LITTER, name)).toList();
    if (splits.size() < 2 && litter.isEmpty()) {
      return List.of();
    }
    List<String> suspect = litter.isEmpty() ? splits : litter;
    return List.of(
        finding(
            recipe.member(Slot.CLASS_NAMES, "value"),
            "%d of %d class names look like %s, not like classes: %s"
                .formatted(
                    suspect.size(),
                    names.size(),
                    litter.isEmpty() ? "parts of a data set" : "folders of the system",
                    String.join(", ", suspect)),
            litter.isEmpty()
                ? "name the folders inside %s, which hold the classes".formatted(suspect.get(0))
                : "remove %s from the data and from the names"
                    .formatted(String.join(", ", suspect))));
  }

  private static boolean isIn(Set<String> names, String name) {
    return names.contains(name.strip().toLowerCase(Locale.ROOT));
  }
}
