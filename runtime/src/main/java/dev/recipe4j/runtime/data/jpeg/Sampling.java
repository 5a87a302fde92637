package dev.recipe4j.runtime.data.jpeg;

import java.util.List;

/** How densely the colours of an image are stored. */
final class Sampling {
  private static final int RGB = 3;
  private static final int INKS = 4;

  private Sampling() {}

  /** Whether every colour is stored in full or at half the resolution, in either direction. */
  static boolean isKnown(List<Component> components) {
    int count = components.size();
    if (count != 1 && count != RGB && count != INKS) {
      return false;
    }
    int across = mostAcross(components);
    int down = mostDown(components);
    return count == 1
        || components.stream()
            .allMatch(
                component ->
                    isWholeOrHalf(component.across(), across)
                        && isWholeOrHalf(component.down(), down));
  }

  private static boolean isWholeOrHalf(int own, int most) {
    return most <= 2 && (own == most || own * 2 == most);
  }

  static int mostAcross(List<Component> components) {
    return components.stream().mapToInt(Component::across).max().orElseThrow();
  }

  static int mostDown(List<Component> components) {
    return components.stream().mapToInt(Component::down).max().orElseThrow();
  }
}
