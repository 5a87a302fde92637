package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.declaration.SpecBinder;
import dev.recipe4j.spec.Unexecuted;
import dev.recipe4j.spec.Unexecuted.Gap;
import java.util.List;
import java.util.Optional;

/** Every component of the recipe can be executed: what cannot be must not be silently ignored. */
final class NoRuntime extends Check {
  NoRuntime() {
    super(Rule.NO_RUNTIME);
  }

  @Override
  List<Finding> findings(Subject recipe) {
    return recipe.declaration().components().stream()
        .filter(NoRuntime::isUsable)
        .flatMap(component -> finding(component).stream())
        .toList();
  }

  /** What is at fault in itself has been reported as OPEN_COMPONENT. */
  private static boolean isUsable(DeclaredComponent component) {
    return component.implementation().filter(own -> !own.faults().isEmpty()).isEmpty();
  }

  private Optional<Finding> finding(DeclaredComponent component) {
    return SpecBinder.bind(component).flatMap(Unexecuted::gap).map(gap -> finding(component, gap));
  }

  private Finding finding(DeclaredComponent component, Gap gap) {
    String annotation = "@" + component.annotation();
    Optional<DeclaredMember> member = gap.member().map(component::member);
    String what =
        member
            .map(m -> "%s = %s of %s".formatted(m.name(), m.show(), annotation))
            .orElse(annotation);
    String message = what + " has no runtime in this version: it is checked, but cannot be trained";
    return member.isPresent()
        ? finding(member.get(), message, gap.instead())
        : finding(component, message, gap.instead());
  }
}
