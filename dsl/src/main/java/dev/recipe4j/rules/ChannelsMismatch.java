package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.DeclaredMember;
import java.util.List;
import java.util.Optional;

/**
 * There is a mean and a standard deviation for each channel, and pretrained weights take as many
 * channels as the images have.
 */
final class ChannelsMismatch extends Check {
  ChannelsMismatch() {
    super(Rule.CHANNELS_MISMATCH, List.of(Slot.NORMALIZE, Slot.DATASET), List.of(Slot.PRETRAINED));
  }

  @Override
  List<Finding> findings(Subject recipe) {
    int channels = recipe.spec().dataset().channels();
    Optional<Integer> theirs = recipe.spec().pretrained().map(p -> p.value().channels());
    if (theirs.filter(taken -> taken != channels).isPresent()) {
      return List.of(ofWeights(recipe, theirs.get(), channels));
    }
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

  private Finding ofWeights(Subject recipe, int taken, int channels) {
    DeclaredMember weights = recipe.member(Slot.PRETRAINED, "value");
    return finding(
        Subject.nearest(weights, recipe.member(Slot.DATASET, "channels")),
        "the weights %s take images of %d %s, the data set has %d"
            .formatted(weights.show(), taken, taken == 1 ? "channel" : "channels", channels),
        "write channels = %d if the images have them, or name other weights".formatted(taken));
  }
}
