package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.Declaration;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nothing is written that has no effect. */
final class UnusedMember extends Check {
  UnusedMember() {
    super(Rule.UNUSED_MEMBER);
  }

  @Override
  List<Finding> findings(Subject recipe) {
    Declaration declaration = recipe.declaration();
    List<Finding> findings = new ArrayList<>();
    declaration.find(Slot.LEARNING_RATE).ifPresent(lr -> addScaling(lr, findings));
    declaration.find(Slot.WARMUP).ifPresent(warmup -> addNoWarmup(warmup, findings));
    declaration.find(Slot.DATASET).ifPresent(data -> addSmallestSide(data, findings));
    declaration
        .idle()
        .forEach(
            idle ->
                findings.add(
                    finding(
                        idle,
                        "@Without(Slot.%s) empties nothing: %s"
                            .formatted(
                                idle.slot(),
                                declaration.find(idle.slot()).isPresent()
                                    ? "the recipe fills the slot itself"
                                    : "no parent fills the slot"),
                        "remove Slot.%s from @Without".formatted(idle.slot()))));
    return findings;
  }

  /** Nothing is scaled where there is no reference pair. */
  private void addScaling(DeclaredComponent lr, List<Finding> findings) {
    boolean isScaled = lr.member("reference").written() || lr.member("referenceBatch").written();
    if (!isScaled) {
      written(lr, "scaling")
          .ifPresent(scaling -> findings.add(unused(scaling, "there is no reference pair")));
    }
  }

  private void addNoWarmup(DeclaredComponent warmup, List<Finding> findings) {
    boolean isNone =
        written(warmup, "epochs").filter(epochs -> epochs.value().equals(0.0)).isPresent()
            && !warmup.member("steps").written();
    if (isNone) {
      written(warmup, "startFactor")
          .ifPresent(m -> findings.add(unused(m, "a warm-up of 0 epochs is none")));
      written(warmup, "shift")
          .ifPresent(m -> findings.add(unused(m, "a warm-up of 0 epochs is none")));
    }
  }

  private void addSmallestSide(DeclaredComponent data, List<Finding> findings) {
    Optional<DeclaredMember> imageSize = written(data, "imageSize");
    if (imageSize.isPresent()) {
      written(data, "smallestSide")
          .ifPresent(
              side ->
                  findings.add(unused(side, "all images have the size " + imageSize.get().show())));
    }
  }

  private static Optional<DeclaredMember> written(DeclaredComponent component, String member) {
    return Optional.of(component.member(member)).filter(DeclaredMember::written);
  }

  private Finding unused(DeclaredMember member, String because) {
    return finding(
        member,
        "%s = %s has no effect: %s".formatted(member.name(), member.show(), because),
        "drop '%s'".formatted(member.name()));
  }
}
