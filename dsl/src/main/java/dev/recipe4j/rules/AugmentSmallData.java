package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Few examples gain most from strong augmentation (training tricks §7). */
final class AugmentSmallData extends Check {
  AugmentSmallData() {
    super(
        Rule.AUGMENT_SMALL_DATA, List.of(Slot.DATASET), List.of(Slot.POLICY, Slot.ERASE, Slot.MIX));
  }

  private static final int FEW = 10_000;

  @Override
  List<Finding> findings(Subject recipe) {
    OptionalInt examples = recipe.spec().dataset().trainExamples();
    boolean isAugmented =
        Stream.of(Slot.POLICY, Slot.ERASE, Slot.MIX)
            .anyMatch(slot -> recipe.declaration().find(slot).isPresent());
    if (isAugmented || examples.isEmpty() || examples.getAsInt() >= FEW) {
      return List.of();
    }
    return List.of(
        finding(
            recipe.member(Slot.DATASET, "trainExamples"),
            "%d examples, fewer than %d, without a policy, an eraser or a mix: augmentation helps most where data is scarce"
                .formatted(examples.getAsInt(), FEW),
            "try @AutoAugment, @RandomErasing or @CutMix"));
  }
}
