package dev.recipe4j.runtime.optim;

import dev.recipe4j.network.ParameterLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring trained parameters that are decayed alike.
 *
 * @param start index of the first
 * @param end index after the last
 * @param decay coefficient of L2 decay
 */
record Segment(int start, int end, float decay) {
  /**
   * The trained parameters of a network, in order and with as few segments as possible.
   *
   * @param everything whether gamma, beta and biases are decayed too
   */
  static List<Segment> of(ParameterLayout layout, double decay, boolean everything) {
    List<Segment> segments = new ArrayList<>();
    for (ParameterLayout.Entry entry : layout.entries()) {
      if (entry.tensor().kind().isTrained()) {
        boolean decayed = everything || !entry.tensor().kind().isNormOrBias();
        int start = Math.toIntExact(entry.offset());
        int end = Math.toIntExact(entry.end());
        append(segments, new Segment(start, end, decayed ? (float) decay : 0));
      }
    }
    return List.copyOf(segments);
  }

  private static void append(List<Segment> segments, Segment next) {
    int last = segments.size() - 1;
    if (last >= 0
        && segments.get(last).end == next.start
        && segments.get(last).decay == next.decay) {
      segments.set(last, new Segment(segments.get(last).start, next.end, next.decay));
    } else {
      segments.add(next);
    }
  }
}
