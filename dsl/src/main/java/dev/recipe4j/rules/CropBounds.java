package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.spec.RandomResizedCrop;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The lower bound of a random crop is not above its upper bound. */
final class CropBounds extends Check {
  CropBounds() {
    super(Rule.VALUE_RANGE, List.of(Slot.CROP), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    if (!(recipe.spec().crop().orElseThrow() instanceof RandomResizedCrop)) {
      return List.of();
    }
    DeclaredComponent crop = recipe.component(Slot.CROP);
    return Stream.of(
            ordered(crop.member("minScale"), crop.member("maxScale")),
            ordered(crop.member("minRatio"), crop.member("maxRatio")))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Finding> ordered(DeclaredMember min, DeclaredMember max) {
    if ((Double) min.value() <= (Double) max.value()) {
      return Optional.empty();
    }
    DeclaredMember at = Subject.nearest(min, max);
    return Optional.of(
        finding(
            at,
            "%s %s is greater than %s %s".formatted(min.name(), min.show(), max.name(), max.show()),
            at.equals(min)
                ? "write %s of at most %s".formatted(min.name(), max.show())
                : "write %s of at least %s".formatted(max.name(), min.show())));
  }
}
