package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.spec.RandomResizedCrop;
import java.util.List;
import java.util.Optional;

/** Small networks learn from milder crops (training tricks §6). */
final class CropScaleSmallModel extends Check {
  CropScaleSmallModel() {
    super(Rule.CROP_SCALE_SMALL_MODEL, List.of(Slot.CROP, Slot.MODEL, Slot.DATASET), List.of());
  }

  private static final long SMALL = 2_000_000;
  private static final double MILD_SCALE = 0.2;
  private static final double NARROW = 3.0 / 4;
  private static final double WIDE = 4.0 / 3;

  @Override
  List<Finding> findings(Subject recipe) {
    Optional<Long> parameters = recipe.parameters();
    if (parameters.isEmpty()
        || parameters.get() >= SMALL
        || !(recipe.spec().crop().orElseThrow() instanceof RandomResizedCrop crop)
        || !Decimals.exceeds(MILD_SCALE, crop.minScale())
        || Decimals.exceeds(crop.minRatio(), NARROW)
        || Decimals.exceeds(WIDE, crop.maxRatio())) {
      return List.of();
    }
    return List.of(
        finding(
            recipe.member(Slot.CROP, "minScale"),
            "crops down to %s of the image at all ratios for %d parameters, fewer than 2 million: small networks did better from 0.2"
                .formatted(Decimals.show(crop.minScale()), parameters.get()),
            "write minScale = 0.2, or narrower ratios"));
  }
}
