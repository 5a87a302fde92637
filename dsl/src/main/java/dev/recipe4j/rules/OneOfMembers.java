package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredMember;
import java.util.List;

/** {@code reference} and {@code referenceBatch} are written together. */
final class OneOfMembers extends Check {
  OneOfMembers() {
    super(Rule.ONE_OF_MEMBERS);
  }

  @Override
  List<Finding> findings(Subject recipe) {
    return recipe.declaration().find(Slot.LEARNING_RATE).map(this::findings).orElse(List.of());
  }

  private List<Finding> findings(DeclaredComponent lr) {
    DeclaredMember reference = lr.member("reference");
    DeclaredMember batch = lr.member("referenceBatch");
    if (reference.written() == batch.written()) {
      return List.of();
    }
    DeclaredMember alone = reference.written() ? reference : batch;
    DeclaredMember absent = reference.written() ? batch : reference;
    return List.of(
        finding(
            alone,
            "%s = %s is written without %s".formatted(alone.name(), alone.show(), absent.name()),
            "write %s too: a learning rate is known to work at one batch"
                .formatted(absent.name())));
  }
}
