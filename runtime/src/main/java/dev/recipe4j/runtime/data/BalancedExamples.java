package dev.recipe4j.runtime.data;

import java.util.stream.IntStream;

/**
 * Examples that are met as often as those of the largest class, spread evenly: of a class with n of
 * m, each is met m / n times, rounded up or down.
 */
final class BalancedExamples implements Examples {
  private final Examples all;
  private final int[] met;

  private BalancedExamples(Examples all, int[] met) {
    this.all = all;
    this.met = met;
  }

  /**
   * Balances examples.
   *
   * @param classes number of classes; one without examples stays empty
   */
  static Examples of(Examples all, int classes) {
    int[][] byClass =
        IntStream.range(0, classes)
            .mapToObj(c -> IntStream.range(0, all.size()).filter(i -> all.label(i) == c).toArray())
            .toArray(int[][]::new);
    long largest = IntStream.range(0, classes).map(c -> byClass[c].length).max().orElse(0);
    int[] met =
        IntStream.range(0, classes)
            .filter(c -> byClass[c].length > 0)
            .flatMap(
                c ->
                    IntStream.range(0, (int) largest)
                        .map(i -> byClass[c][(int) (i * (long) byClass[c].length / largest)]))
            .toArray();
    return new BalancedExamples(all, met);
  }

  @Override
  public int size() {
    return met.length;
  }

  @Override
  public int label(int index) {
    return all.label(met[index]);
  }

  @Override
  public Image image(int index) {
    return all.image(met[index]);
  }

  @Override
  public StoredImage stored(int index) {
    return all.stored(met[index]);
  }

  @Override
  public void unreadable(int index, UnreadableImageException reason) {
    all.unreadable(met[index], reason);
  }

  @Override
  public String name(int index) {
    return all.name(met[index]);
  }
}
