package dev.recipe4j.runtime.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A data set of which a share of the images may be unreadable. Such an image is named, counted, and
 * left out of its batch, which is then smaller; nothing takes its place. What is left out does not
 * depend on the number of threads. Images beyond the share are an error.
 */
public final class TolerantData implements ImageData {
  private final ImageData data;
  private final TolerantExamples train;
  private final TolerantExamples validation;
  private Consumer<String> listener = message -> {};

  private TolerantData(ImageData data, double share) {
    this.data = data;
    this.train = new TolerantExamples(data.train(), share, "training", this::tell);
    this.validation = new TolerantExamples(data.validation(), share, "validation", this::tell);
  }

  /**
   * The data set with a tolerance.
   *
   * @param share of the training images, and of the validation images, that may be unreadable: 0 to
   *     below 1
   * @throws IllegalArgumentException if it is none
   */
  public static ImageData of(ImageData data, double share) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException(
          "a share of %s of the images may be unreadable; write 0 to below 1".formatted(share));
    }
    return new TolerantData(data, share);
  }

  private void tell(String message) {
    listener.accept(message);
  }

  @Override
  public void onSkipped(Consumer<String> listener) {
    this.listener = listener;
  }

  @Override
  public Examples train() {
    return train;
  }

  @Override
  public Examples validation() {
    return validation;
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
  public String description() {
    return data.description();
  }
}
