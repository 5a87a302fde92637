package dev.recipe4j.runtime.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A data set of grey images in the four files of MNIST and its relatives: {@code
 * train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte} and
 * {@code t10k-labels-idx1-ubyte}, each as it is or compressed with gzip (then named {@code .gz}).
 * All images are kept in memory. The files have no class names.
 */
public final class IdxFiles implements ImageData {
  private static final String TRAIN = "train";
  private static final String VALIDATION = "t10k";

  private final IdxExamples train;
  private final IdxExamples validation;
  private final String description;

  /** Opens a file of the data set by its name. */
  @FunctionalInterface
  public interface Source {
    /** A new stream, which the caller closes; null if there is no such file. */
    @Nullable InputStream open(String name) throws IOException;
  }

  private IdxFiles(String description, Source source) {
    this.train = IdxExamples.read(description, TRAIN, source);
    this.validation = IdxExamples.read(description, VALIDATION, source);
    this.description =
        "%s: %d training and %d validation images of %dx%d"
            .formatted(description, train.size(), validation.size(), train.height(), train.width());
    if (validation.height() != train.height() || validation.width() != train.width()) {
      throw new DataException(
          ("%s: the validation images are %dx%d but the training images %dx%d;"
                  + " put files of one data set there")
              .formatted(
                  description,
                  validation.height(),
                  validation.width(),
                  train.height(),
                  train.width()));
    }
    if (validation.largestLabel() > train.largestLabel()) {
      throw new DataException(
          ("%s: the validation label %d is beyond the largest training label %d;"
                  + " put files of one data set there")
              .formatted(description, validation.largestLabel(), train.largestLabel()));
    }
  }

  /**
   * The data set in a directory.
   *
   * @throws DataException if a file is missing, is damaged, or contradicts another
   */
  public static IdxFiles at(Path directory) {
    Directories.require(directory);
    return new IdxFiles(directory.toString(), name -> open(directory, name));
  }

  /**
   * The data set in four compressed files from anywhere, such as the class path.
   *
   * @param description what messages call it
   * @param source opens {@code train-images-idx3-ubyte.gz} and so on
   * @throws DataException if a file is missing, is damaged, or contradicts another
   */
  public static IdxFiles of(String description, Source source) {
    return new IdxFiles(description, name -> source.open(name + ".gz"));
  }

  /** Whether any of the four files is there. */
  static boolean presentIn(Path directory) {
    return Stream.of(TRAIN, VALIDATION)
        .flatMap(part -> Stream.of(IdxExamples.imagesOf(part), IdxExamples.labelsOf(part)))
        .anyMatch(
            name ->
                Files.exists(directory.resolve(name))
                    || Files.exists(directory.resolve(name + ".gz")));
  }

  private static @Nullable InputStream open(Path directory, String name) throws IOException {
    for (Path file : List.of(directory.resolve(name), directory.resolve(name + ".gz"))) {
      if (Files.isRegularFile(file)) {
        return Files.newInputStream(file);
      }
    }
    return null;
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
    return train.largestLabel() + 1;
  }

  @Override
  public Optional<List<String>> classNames() {
    return Optional.empty();
  }

  @Override
  public Optional<String> fingerprint() {
    DataDigest digest = new DataDigest(List.of());
    train.addTo(digest);
    validation.addTo(digest);
    return Optional.of(digest.value());
  }

  @Override
  public String description() {
    return description;
  }
}
