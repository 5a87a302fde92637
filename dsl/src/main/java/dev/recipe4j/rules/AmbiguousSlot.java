package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.Declaration.Conflict;
import dev.recipe4j.declaration.DeclaredComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A slot is inherited, or composed at one depth, from one place only. */
final class AmbiguousSlot extends Check {
  AmbiguousSlot() {
    super(Rule.AMBIGUOUS_SLOT);
  }

  /** Two components that differ, in the order of the source. */
  private record Pair(DeclaredComponent first, DeclaredComponent second) {
    /** The two places that compete; they may do so for several slots. */
    List<String> places() {
      return List.of(place(first), place(second));
    }
  }

  @Override
  List<Finding> findings(Subject recipe) {
    Map<List<String>, List<Pair>> byPlaces = new LinkedHashMap<>();
    recipe.declaration().conflicts().stream()
        .filter(conflict -> conflict.kind() == Conflict.Kind.AMBIGUOUS)
        .filter(conflict -> !DecayTwice.isDecayTwice(conflict))
        .flatMap(
            conflict ->
                conflict.components().stream()
                    .skip(1)
                    .map(second -> new Pair(conflict.components().get(0), second)))
        .forEach(pair -> byPlaces.computeIfAbsent(pair.places(), p -> new ArrayList<>()).add(pair));
    return byPlaces.values().stream().map(this::finding).toList();
  }

  private Finding finding(List<Pair> pairs) {
    Pair pair = pairs.get(0);
    if (pairs.size() == 1) {
      Slot slot = pair.first().slot();
      return finding(
          pair.second(),
          "@%s of %s fills the slot %s differently from @%s of %s"
              .formatted(
                  pair.second().annotation(),
                  place(pair.second()),
                  slot,
                  pair.first().annotation(),
                  place(pair.first())),
          "write the component of the slot %s on the recipe itself".formatted(slot));
    }
    List<String> slots = pairs.stream().map(p -> p.first().slot().name()).toList();
    String last = slots.get(slots.size() - 1);
    String list = String.join(", ", slots.subList(0, slots.size() - 1)) + " and " + last;
    return finding(
        pair.second(),
        "%s fills the slots %s differently from %s"
            .formatted(place(pair.second()), list, place(pair.first())),
        "remove %s or %s, or write the components of these slots on the recipe itself"
            .formatted(place(pair.first()), place(pair.second())));
  }

  private static String place(DeclaredComponent component) {
    return component
        .origin()
        .composedBy()
        .map(by -> "@" + by)
        .orElse(component.origin().declaredBy());
  }
}
