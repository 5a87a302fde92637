package dev.recipe4j.runtime.optim;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.ParameterLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring trained parameters that are updated alike.
 *
 * @param start index of the first
 * @param end index after the last
 * @param decay coefficient of L2 decay
 * @param rateFactor factor on the learning rate
 */
record Segment(int start, int end, float decay, float rateFactor) {
  /**
   * The trained parameters of a network, in order and with as few segments as possible.
   *
   * @param everything whether gamma, beta and biases are decayed too
   * @param transfer says what is not trained, and what is trained faster
   */
  static List<Segment> of(
      ParameterLayout layout, double decay, boolean everything, Transfer transfer) {
    List<Segment> segments = new ArrayList<>();
    for (ParameterLayout.Entry entry : layout.entries()) {
      Layer layer = entry.layer();
      if (entry.tensor().kind().isTrained() && transfer.trains(layer)) {
        boolean decayed = everything || !entry.tensor().kind().isNormOrBias();
        int start = Math.toIntExact(entry.offset());
        int end = Math.toIntExact(entry.end());
        float factor = transfer.rateFactor(layer, layout);
        append(segments, new Segment(start, end, decayed ? (float) decay : 0, factor));
      }
    }
    return List.copyOf(segments);
  }

  private static void append(List<Segment> segments, Segment next) {
    int last = segments.size() - 1;
    if (last >= 0 && segments.get(last).isContinuedBy(next)) {
      Segment before = segments.get(last);
      segments.set(last, new Segment(before.start, next.end, next.decay, next.rateFactor));
    } else {
      segments.add(next);
    }
  }

  private boolean isContinuedBy(Segment next) {
    return end == next.start && decay == next.decay && rateFactor == next.rateFactor;
  }
}
