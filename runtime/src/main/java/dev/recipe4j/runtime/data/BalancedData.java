package dev.recipe4j.runtime.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A data set whose training images are met so often that every class is met as often as the largest
 * (oversampling; Buda et al., arXiv 1710.05381, found it the best remedy for unequal classes). An
 * epoch is longer by that; each meeting of an image has an augmentation of its own. Validation
 * images stay as they are.
 */
public final class BalancedData implements ImageData {
  private final ImageData data;
  private final Examples train;

  private BalancedData(ImageData data) {
    this.data = data;
    this.train = BalancedExamples.of(data.train(), data.classes());
  }

  /** The data set with equal classes. */
  public static ImageData of(ImageData data) {
    return new BalancedData(data);
  }

  @Override
  public Examples train() {
    return train;
  }

  @Override
  public Examples validation() {
    return data.validation();
  }

  @Override
  public int classes() {
    return data.classes();
  }

  @Override
  public Optional<List<String>> classNames() {
    return data.classNames();
  }

  @Override
  public Optional<String> fingerprint() {
    return data.fingerprint();
  }

  @Override
  public void onSkipped(Consumer<String> listener) {
    data.onSkipped(listener);
  }

  @Override
  public String description() {
    return "%s, balanced to %d training images".formatted(data.description(), train.size());
  }
}
