package dev.recipe4j.runtime.preflight;

import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.ParameterLayout.Entry;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which tensors a gradient that is not exactly 0 has reached. */
final class GradientReach {
  static final String NAME = "gradients";

  /** Names in a message. */
  private static final int SHOWN = 8;

  private final List<Entry> trained;
  private final boolean[] reached;
  private final boolean[] broken;
  private boolean isBroken;

  /**
   * Of the tensors that are trained.
   *
   * @param frozen stages that are not
   */
  GradientReach(ParameterLayout layout, Set<String> frozen) {
    this.trained =
        layout.entries().stream()
            .filter(entry -> entry.tensor().kind().isTrained())
            .filter(entry -> !frozen.contains(entry.layer().stage()))
            .toList();
    this.reached = new boolean[trained.size()];
    this.broken = new boolean[trained.size()];
  }

  /** Looks at a gradient of the whole vector; one after a broken one would be broken all over. */
  void add(FloatBuffer gradient) {
    if (isBroken) {
      return;
    }
    for (int i = 0; i < reached.length; i++) {
      Entry entry = trained.get(i);
      for (int at = (int) entry.offset(); at < entry.end(); at++) {
        float value = gradient.get(at);
        reached[i] |= value != 0;
        broken[i] |= !Float.isFinite(value);
      }
      isBroken |= broken[i];
    }
  }

  CheckResult result() {
    List<String> infinite = new ArrayList<>();
    List<String> dead = new ArrayList<>();
    for (int i = 0; i < reached.length; i++) {
      if (broken[i]) {
        infinite.add(name(trained.get(i)));
      } else if (!reached[i]) {
        dead.add(name(trained.get(i)));
      }
    }
    if (!infinite.isEmpty()) {
      return CheckResult.failed(
          NAME,
          "no number in %d of %d tensors: %s"
              .formatted(infinite.size(), reached.length, shown(infinite)),
          "lower the learning rate, and check normalisation and initial values");
    }
    if (!dead.isEmpty()) {
      return CheckResult.failed(
          NAME,
          "exactly 0 in %d of %d tensors, which would never change: %s"
              .formatted(dead.size(), reached.length, shown(dead)),
          "check that the layers are connected to the output and that their activations are not all"
              + " 0");
    }
    return CheckResult.ok(NAME, "reach all of the %d trained tensors".formatted(reached.length));
  }

  private static String name(Entry entry) {
    return entry.layer().name() + " " + entry.tensor().kind().name().toLowerCase(Locale.ROOT);
  }

  private static String shown(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return names.size() <= SHOWN ? first : first + " and %d more".formatted(names.size() - SHOWN);
  }
}
