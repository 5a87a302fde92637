package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import java.util.List;

/** There is a mean and a standard deviation for each channel. */
final class ChannelsMismatch extends Check {
  ChannelsMismatch() {
    super(Rule.CHANNELS_MISMATCH, List.of(Slot.NORMALIZE, Slot.DATASET), List.of());
  }

  @Override
  List<Finding> findings(Subject recipe) {
    int channels = recipe.spec().dataset().channels();
    int means = recipe.spec().normalize().mean().size();
    int deviations = recipe.spec().normalize().std().size();
    if (means == channels && deviations == channels) {
      return List.of();
    }
    return List.of(
        finding(
            Subject.nearest(
                recipe.member(Slot.NORMALIZE, means == channels ? "std" : "mean"),
                recipe.member(Slot.DATASET, "channels")),
            "@Normalize has %d means and %d standard deviations for %d %s"
                .formatted(means, deviations, channels, channels == 1 ? "channel" : "channels"),
            "write %d of each%s"
                .formatted(
                    channels,
                    means == deviations && (means == 1 || means == 3)
                        ? ", or channels = %d if the images have them".formatted(means)
                        : "")));
  }
}
