package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.spec.Crop;
import dev.recipe4j.spec.PadAndCrop;
import java.util.List;

/** A training crop is not enlarged out of small images in silence (kornia issue 4414). */
final class CropExceedsImage extends Check {
  CropExceedsImage() {
    super(Rule.CROP_EXCEEDS_IMAGE, List.of(Slot.CROP, Slot.DATASET), List.of());
  }

  private static final long ENLARGED = 2;

  @Override
  List<Finding> findings(Subject recipe) {
    DeclaredMember sideMember =
        recipe.spec().dataset().smallestSide().isPresent()
            ? recipe.member(Slot.DATASET, "smallestSide")
            : recipe.member(Slot.DATASET, "imageSize");
    if (!sideMember.written()) {
      return List.of();
    }
    int side = (Integer) sideMember.value();
    Crop crop = recipe.spec().crop().orElseThrow();
    if (crop instanceof PadAndCrop padded) {
      return padded.pad() < side ? List.of() : List.of(padding(recipe, padded.pad(), side));
    }
    if (crop.size().isEmpty() || crop.size().getAsInt() <= ENLARGED * side) {
      return List.of();
    }
    return List.of(
        finding(
            Subject.nearest(recipe.member(Slot.CROP, "value"), sideMember),
            "a training crop of %d pixels is more than twice the smallest image side of %d: images are enlarged without detail"
                .formatted(crop.size().getAsInt(), side),
            "train on crops of %d pixels or less".formatted(ENLARGED * side)));
  }

  private Finding padding(Subject recipe, int pad, int side) {
    return finding(
        Severity.ERROR,
        Subject.nearest(recipe.member(Slot.CROP, "pad"), recipe.member(Slot.DATASET, "imageSize")),
        "a padding of %d pixels is as large as the image side of %d: crops may show nothing of the image"
            .formatted(pad, side),
        "write @PadAndCrop(pad = %d) or less".formatted(Math.max(0, side / 8)));
  }
}
