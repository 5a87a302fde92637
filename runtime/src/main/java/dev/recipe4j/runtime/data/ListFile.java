package dev.recipe4j.runtime.data;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A data set of image files that text files list as PaddleClas does: {@code path label} in each
 * line, the path relative to the directory of the data, the label a number from 0. In a directory
 * these are {@code train_list.txt} and {@code val_list.txt} or {@code test_list.txt} (without one
 * of the two, a fifth of the listed images is held out), and, if the classes have names, {@code
 * label_list.txt} with {@code label name} in each line.
 *
 * @see <a href="https://github.com/PaddlePaddle/PaddleClas">PaddleClas, data preparation</a>
 */
public final class ListFile implements ImageData {
  private static final String TRAIN = "train_list.txt";
  private static final List<String> VALIDATION = List.of("val_list.txt", "test_list.txt");
  private static final String NAMES = "label_list.txt";

  private final FolderExamples train;
  private final FolderExamples validation;
  private final int classes;
  private final Optional<List<String>> classNames;
  private final String description;

  private ListFile(
      Path directory,
      FolderExamples train,
      FolderExamples validation,
      Optional<List<String>> classNames) {
    this.train = train;
    this.validation = validation;
    this.classNames = classNames;
    this.classes = classNames.map(List::size).orElse(train.largestLabel() + 1);
    this.description =
        "%s: %d training and %d validation images of %d classes"
            .formatted(directory, train.size(), validation.size(), classes);
    if (validation.largestLabel() >= classes || train.largestLabel() >= classes) {
      throw new DataException(
          "%s: label %d is listed, but there are %d classes (0 to %d); mend the lists"
              .formatted(
                  directory,
                  Math.max(train.largestLabel(), validation.largestLabel()),
                  classes,
                  classes - 1));
    }
  }

  /** A line of a list. */
  private record Entry(Path file, int label) {}

  /**
   * The data set in a directory that holds {@code train_list.txt}.
   *
   * @throws DataException if a list is missing, makes no sense, or names a file that is not there
   */
  public static ListFile at(Path directory) {
    Directories.require(directory);
    Path list = directory.resolve(TRAIN);
    if (!Files.exists(list)) {
      throw new DataException(
          "%s holds no %s; pass the directory that does, or name the lists"
              .formatted(directory, TRAIN));
    }
    Optional<Path> names = Optional.of(directory.resolve(NAMES)).filter(Files::exists);
    Optional<Path> validation =
        VALIDATION.stream().map(directory::resolve).filter(Files::exists).findFirst();
    return validation.isPresent()
        ? of(directory, list, validation.get(), names)
        : split(directory, list, names);
  }

  /**
   * The data set of two lists of any name.
   *
   * @param directory what the paths in the lists are relative to
   * @param names of the classes, {@code label name} in each line
   * @throws DataException if a list makes no sense, or names a file that is not there
   */
  public static ListFile of(
      Path directory, Path trainList, Path validationList, Optional<Path> names) {
    return new ListFile(
        directory,
        examples(directory, entries(directory, trainList)),
        examples(directory, entries(directory, validationList)),
        names.map(ListFile::names));
  }

  /** Whether a directory has a list of training images. */
  static boolean presentIn(Path directory) {
    return Files.isRegularFile(directory.resolve(TRAIN));
  }

  private static ListFile split(Path directory, Path list, Optional<Path> names) {
    List<Entry> all = entries(directory, list);
    List<Entry> kept = new ArrayList<>();
    List<Entry> out = new ArrayList<>();
    all.stream()
        .mapToInt(Entry::label)
        .distinct()
        .sorted()
        .forEach(
            label -> {
              List<Entry> own = all.stream().filter(entry -> entry.label() == label).toList();
              HeldOut heldOut =
                  HeldOut.of(
                      Integer.toString(label),
                      own.stream().map(entry -> name(directory, entry)).toList());
              own.forEach(
                  entry -> (heldOut.contains(name(directory, entry)) ? out : kept).add(entry));
            });
    if (out.isEmpty()) {
      throw new DataException(
          "%s lists one image of each class, so none to validate on; add images".formatted(list));
    }
    return new ListFile(
        directory, examples(directory, kept), examples(directory, out), names.map(ListFile::names));
  }

  private static String name(Path directory, Entry entry) {
    return directory.relativize(entry.file()).toString().replace('\\', '/');
  }

  private static FolderExamples examples(Path directory, List<Entry> entries) {
    FolderExamples.Builder builder = new FolderExamples.Builder(directory);
    entries.forEach(entry -> builder.add(List.of(entry.file()), entry.label()));
    return builder.build();
  }

  private static List<Entry> entries(Path directory, Path list) {
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    for (String line : lines(list)) {
      number++;
      if (!line.isBlank()) {
        entries.add(entry(directory, list, number, line.strip()));
      }
    }
    if (entries.isEmpty()) {
      throw new DataException("%s lists no image; write 'path label' lines".formatted(list));
    }
    return entries;
  }

  /** The label stands behind the last blank: a path may have some. */
  private static Entry entry(Path directory, Path list, int number, String line) {
    int blank = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t'));
    String label = line.substring(blank + 1);
    if (blank < 0 || !label.matches("\\d{1,6}")) {
      throw new DataException(
          "%s, line %d: '%s' is not 'path label' with a label from 0; mend the line"
              .formatted(list, number, line));
    }
    Path file = directory.resolve(line.substring(0, blank).strip());
    if (!Files.isRegularFile(file)) {
      throw new DataException(
          "%s, line %d: there is no %s; mend the line, or pass the directory of the images"
              .formatted(list, number, file));
    }
    return new Entry(file, Integer.parseInt(label));
  }

  private static List<String> names(Path list) {
    List<String> names = new ArrayList<>();
    for (String line : lines(list)) {
      if (line.isBlank()) {
        continue;
      }
      String[] parts = line.strip().split("[ \t]", 2);
      if (parts.length < 2 || !parts[0].equals(Integer.toString(names.size()))) {
        throw new DataException(
            "%s: '%s' stands where '%d name' is expected; number the classes from 0 in order"
                .formatted(list, line, names.size()));
      }
      names.add(parts[1].strip());
    }
    return List.copyOf(names);
  }

  private static List<String> lines(Path list) {
    try (Stream<String> lines = Files.lines(list, StandardCharsets.UTF_8)) {
      return lines.toList();
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause() instanceof MalformedInputException
          ? new DataException(list + " is not UTF-8 text; convert it", e)
          : new DataException("cannot read %s (%s)".formatted(list, e.getCause()), e);
    } catch (IOException e) {
      throw new DataException("cannot read %s (%s); check its permissions".formatted(list, e), e);
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
    digest.add("train list");
    train.addLabelledTo(digest);
    digest.add("validation list");
    validation.addLabelledTo(digest);
    return Optional.of(digest.value());
  }

  @Override
  public String description() {
    return description;
  }
}
