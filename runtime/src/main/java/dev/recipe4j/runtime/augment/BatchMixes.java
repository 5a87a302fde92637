package dev.recipe4j.runtime.augment;

import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.data.SoftTargets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happens to batches as a whole: each is mixed in one of several ways or not at all, and its
 * labels are smoothed.
 */
record BatchMixes(double smoothing, List<BatchMix> mixes) {
  static final BatchMixes NONE = new BatchMixes(0, List.of());

  BatchMixes {
    mixes = List.copyOf(mixes);
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException(
          "labels smoothed by " + smoothing + "; write 0 or more and less than 1");
    }
    double sum = mixes.stream().mapToDouble(BatchMix::probability).sum();
    // Shares of a third do not add up to 1 exactly.
    if (sum > 1 + 1e-9) {
      throw new IllegalArgumentException(
          "probabilities of mixes that add up to " + sum + "; write 1 at most");
    }
  }

  BatchMixes smoothed(double value) {
    return new BatchMixes(value, mixes);
  }

  BatchMixes with(BatchMix mix) {
    List<BatchMix> extended = new ArrayList<>(mixes);
    extended.add(mix);
    return new BatchMixes(smoothing, extended);
  }

  /** Mixes the images in place; the batch with the targets that they have then. */
  Minibatch apply(Minibatch batch, Draw draw) {
    double place = draw.uniform();
    boolean hasPartners = batch.size() > 1;
    for (BatchMix mix : mixes) {
      if (hasPartners && place < mix.probability()) {
        int[] partners = draw.permutation(batch.size());
        double share = mix.mix(batch, partners, draw);
        int[] others = new int[batch.size()];
        for (int i = 0; i < others.length; i++) {
          others[i] = batch.labels()[partners[i]];
        }
        return batch.with(new SoftTargets(others, share, smoothing));
      }
      place -= mix.probability();
    }
    return smoothing == 0 ? batch : batch.with(new SoftTargets(batch.labels(), 1, smoothing));
  }

  /** Their steps in their order; empty if there are none. */
  @Override
  public String toString() {
    Stream<String> smooth =
        smoothing == 0 ? Stream.of() : Stream.of("LabelSmoothing[value=" + smoothing + "]");
    return Stream.concat(smooth, mixes.stream().map(Object::toString))
        .map(" > "::concat)
        .collect(Collectors.joining());
  }
}
