package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.Declaration;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every required slot is filled after inheritance and composition, and the epochs, the peak
 * learning rate and the input size can be known.
 */
final class MissingSlot extends Check {
  private static final Map<Slot, String> EXAMPLES =
      Map.of(
          Slot.MODEL, "@ResNet(depth = 50)",
          Slot.DATASET, "@ImageNet1k or @Dataset(classes = ...)",
          Slot.BATCH, "@Batch(256)",
          Slot.LEARNING_RATE, "@LearningRate(reference = 0.1, referenceBatch = 256)",
          Slot.OPTIMIZER, "@Momentum(0.9)",
          Slot.SCHEDULE, "@CosineDecay",
          Slot.NORMALIZE, "@Normalize(mean = ..., std = ...)");

  MissingSlot() {
    super(Rule.MISSING_SLOT);
  }

  @Override
  List<Finding> findings(Subject recipe) {
    Declaration declaration = recipe.declaration();
    DeclaredComponent header = declaration.recipe();
    List<Finding> findings = new ArrayList<>();
    for (Slot slot : Slot.values()) {
      if (slot.isRequired()
          && declaration.find(slot).isEmpty()
          && !isExplained(slot, declaration)) {
        findings.add(
            missing(
                header,
                "no component fills the slot " + slot,
                "add " + EXAMPLES.getOrDefault(slot, "a component of that slot")));
      }
    }
    if (!header.member("epochs").written()) {
      findings.add(missing(header, "the recipe does not say its epochs", "add epochs = 120"));
    }
    declaration.find(Slot.LEARNING_RATE).ifPresent(lr -> addMissingPeak(lr, findings));
    addMissingInputSize(declaration, findings);
    return findings;
  }

  /** Whether another finding says why it is empty. */
  private static boolean isExplained(Slot slot, Declaration declaration) {
    // Weights bring their normalisation, if nothing is wrong with them.
    boolean isOfWeights =
        slot == Slot.NORMALIZE
            && (declaration.find(Slot.PRETRAINED).isPresent()
                || declaration.isContested(Slot.PRETRAINED));
    return isOfWeights || declaration.isContested(slot);
  }

  private void addMissingPeak(DeclaredComponent lr, List<Finding> findings) {
    boolean known =
        lr.member("peak").written()
            || lr.member("reference").written()
            || lr.member("referenceBatch").written();
    if (!known) {
      findings.add(
          missing(
              lr,
              "the learning rate has neither a reference pair nor a peak",
              "write reference = 0.1, referenceBatch = 256"));
    }
  }

  private void addMissingInputSize(Declaration declaration, List<Finding> findings) {
    boolean unknowable =
        declaration.find(Slot.DATASET).isEmpty() || declaration.isContested(Slot.CROP);
    if (unknowable) {
      return;
    }
    DeclaredMember imageSize = declaration.find(Slot.DATASET).get().member("imageSize");
    boolean cropped =
        declaration
            .find(Slot.CROP)
            .filter(crop -> crop.members().stream().anyMatch(m -> m.name().equals("value")))
            .isPresent();
    if (!cropped && !imageSize.written()) {
      findings.add(
          missing(
              declaration.recipe(),
              "the input size is unknown: the images have many sizes and nothing resizes them",
              "add @RandomResizedCrop(224), or imageSize to @Dataset if all images have one size"));
    }
  }

  private Finding missing(DeclaredComponent at, String message, String fix) {
    return finding(at, message, fix);
  }
}
