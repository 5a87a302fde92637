package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The facts of a data set.
 *
 * @see dev.recipe4j.Dataset
 */
public record Dataset(
    Optional<String> name,
    int classes,
    OptionalInt trainExamples,
    OptionalInt validationExamples,
    OptionalInt imageSize,
    OptionalInt smallestSide,
    int channels,
    Optional<String> fingerprint)
    implements Component {
  /** Without a fingerprint. */
  public Dataset(
      Optional<String> name,
      int classes,
      OptionalInt trainExamples,
      OptionalInt validationExamples,
      OptionalInt imageSize,
      OptionalInt smallestSide,
      int channels) {
    this(
        name,
        classes,
        trainExamples,
        validationExamples,
        imageSize,
        smallestSide,
        channels,
        Optional.empty());
  }

  @Override
  public Slot slot() {
    return Slot.DATASET;
  }
}
