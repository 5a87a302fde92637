package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.Declaration;
import dev.recipe4j.declaration.DeclaredMember;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * A check that compares lengths of warm-up, schedule and training. Where one is written in steps
 * and another in epochs, it reads how many steps an epoch has.
 */
abstract class LengthCheck extends Check {
  LengthCheck(Rule rule, Collection<Slot> needs, Collection<Slot> mayRead) {
    super(rule, needs, mayRead);
  }

  @Override
  final Set<Slot> readsBesides(Declaration recipe) {
    boolean countsSteps =
        isWritten(recipe, Slot.WARMUP, "steps") || isWritten(recipe, Slot.SCHEDULE, "atSteps");
    return countsSteps ? Set.of(Slot.BATCH, Slot.DATASET) : Set.of();
  }

  private static boolean isWritten(Declaration recipe, Slot slot, String name) {
    Optional<DeclaredMember> member =
        recipe.find(slot).stream()
            .flatMap(component -> component.members().stream())
            .filter(m -> m.name().equals(name))
            .findFirst();
    return member.isPresent() && member.get().written();
  }
}
