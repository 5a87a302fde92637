package dev.recipe4j.runtime.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * CIFAR-10 or CIFAR-100 in its "binary version": {@code data_batch_1.bin} to {@code
 * data_batch_5.bin} and {@code test_batch.bin}, or {@code train.bin} and {@code test.bin} (of whose
 * two labels the fine one is taken). The names of the classes are read from {@code
 * batches.meta.txt} or {@code fine_label_names.txt} where it is there. All images are kept in
 * memory, 3 KiB each.
 *
 * @see <a href="https://www.cs.toronto.edu/~kriz/cifar.html">CIFAR, binary version</a>
 */
public final class CifarBinary implements ImageData {
  private static final Form TEN =
      new Form(
          "cifar-10-batches-bin",
          IntStream.rangeClosed(1, 5).mapToObj("data_batch_%d.bin"::formatted).toList(),
          "test_batch.bin",
          "batches.meta.txt",
          1,
          10);
  private static final Form HUNDRED =
      new Form(
          "cifar-100-binary", List.of("train.bin"), "test.bin", "fine_label_names.txt", 2, 100);

  private final CifarExamples train;
  private final CifarExamples validation;
  private final int classes;
  private final Optional<List<String>> classNames;
  private final String description;

  /** How the files of one of the two are called, and what is in them. */
  private record Form(
      String folder, List<String> train, String test, String names, int labels, int classes) {
    /** The directory of its files: the one given, or the one that the archive unpacks to. */
    Optional<Path> in(Path directory) {
      return Stream.of(directory, directory.resolve(folder))
          .filter(
              place ->
                  Files.isRegularFile(place.resolve(train.get(0)))
                      || Files.isRegularFile(place.resolve(test)))
          .findFirst();
    }
  }

  private CifarBinary(Path directory, Form form) {
    this.train = new CifarExamples(directory, form.train(), form.labels());
    this.validation = new CifarExamples(directory, List.of(form.test()), form.labels());
    this.classes = form.classes();
    this.classNames = names(directory.resolve(form.names()), classes);
    this.description =
        "%s: %d training and %d validation images of 32x32"
            .formatted(directory, train.size(), validation.size());
    int largest = Math.max(train.largestLabel(), validation.largestLabel());
    if (largest >= classes) {
      throw new DataException(
          "%s: a label is %d, where 0 to %d are possible; get the files again"
              .formatted(directory, largest, classes - 1));
    }
  }

  /**
   * The data set in a directory, or in the one below it that the archive unpacks to.
   *
   * @throws DataException if a file is missing or damaged
   */
  public static CifarBinary at(Path directory) {
    Directories.require(directory);
    for (Form form : List.of(TEN, HUNDRED)) {
      Optional<Path> place = form.in(directory);
      if (place.isPresent()) {
        return new CifarBinary(place.get(), form);
      }
    }
    throw new DataException(
        "%s holds neither data_batch_1.bin nor train.bin; unpack the binary version of CIFAR there"
            .formatted(directory));
  }

  /** Whether files of either are there. */
  static boolean presentIn(Path directory) {
    return TEN.in(directory).isPresent() || HUNDRED.in(directory).isPresent();
  }

  private static Optional<List<String>> names(Path file, int classes) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      List<String> names =
          Files.readAllLines(file, StandardCharsets.UTF_8).stream()
              .map(String::strip)
              .filter(name -> !name.isEmpty())
              .toList();
      if (names.size() != classes) {
        throw new DataException(
            "%s names %d classes instead of %d; get the file again, or remove it"
                .formatted(file, names.size(), classes));
      }
      return Optional.of(names);
    } catch (IOException e) {
      throw new DataException("cannot read %s (%s); remove it".formatted(file, e), e);
    }
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
    return classes;
  }

  @Override
  public Optional<List<String>> classNames() {
    return classNames;
  }

  @Override
  public Optional<String> fingerprint() {
    DataDigest digest = new DataDigest(classNames.orElse(List.of()));
    digest.add("train");
    train.addTo(digest);
    digest.add("validation");
    validation.addTo(digest);
    return Optional.of(digest.value());
  }

  @Override
  public String description() {
    return description;
  }
}
