package dev.recipe4j.runtime.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * Name and package of an annotation that is to be written.
 *
 * @param packageName empty for the unnamed package
 * @param name simple name
 */
record AnnotationPlace(String packageName, String name) {
  private static final String SUFFIX = ".java";

  /** The names that the file imports. */
  private static final Set<String> TAKEN = Set.of("Dataset", "ClassNames", "Normalize");

  /**
   * The place that a file name says: the package is the path below {@code src/main/java} (or
   * another source set), unless it is given.
   *
   * @throws IllegalArgumentException if the two contradict each other, or are no Java names
   */
  static AnnotationPlace of(Path file, Optional<String> given) {
    String fileName = file.getFileName() == null ? "" : file.getFileName().toString();
    String name = fileName.endsWith(SUFFIX) ? stem(fileName) : "";
    if (!SourceVersion.isName(name) || name.contains(".")) {
      throw new IllegalArgumentException(
          "--java %s: the annotation is named after the file, which must be a Java name and end in"
                  .formatted(file)
              + " .java, as in Flowers.java");
    }
    if (TAKEN.contains(name)) {
      throw new IllegalArgumentException(
          "--java %s: %s is a name of the language itself; take another".formatted(file, name));
    }
    Optional<String> derived = packageOf(file);
    if (derived.isPresent() && given.isPresent() && !derived.equals(given)) {
      throw new IllegalArgumentException(
          "--package %s contradicts the place of %s, which is that of %s"
              .formatted(given.get(), file, shown(derived.get())));
    }
    String packageName =
        given
            .or(() -> derived)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--java %s is not below src/main/java: name its package with --package"
                            .formatted(file)));
    requirePackage(packageName);
    return new AnnotationPlace(packageName, name);
  }

  /** A place for data of which only the directory is known: {@code my-photos} is MyPhotos. */
  static AnnotationPlace ofData(Path directory, Optional<String> packageName) {
    packageName.ifPresent(AnnotationPlace::requirePackage);
    Path last = directory.toAbsolutePath().normalize().getFileName();
    String name =
        Stream.of((last == null ? "" : last.toString()).split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    if (!SourceVersion.isName(name) || TAKEN.contains(name)) {
      name = "Images" + name;
    }
    return new AnnotationPlace(
        packageName.orElse(""), SourceVersion.isName(name) ? name : "Images");
  }

  private static void requirePackage(String name) {
    if (!name.isEmpty() && !SourceVersion.isName(name)) {
      throw new IllegalArgumentException(
          "'%s' is no name of a package; write one as in com.acme".formatted(name));
    }
  }

  private static String stem(String fileName) {
    return fileName.substring(0, fileName.length() - SUFFIX.length());
  }

  private static String shown(String packageName) {
    return packageName.isEmpty() ? "the unnamed package" : packageName;
  }

  /** What is below the last {@code src/<set>/java} of the path. */
  private static Optional<String> packageOf(Path file) {
    List<String> parts = new ArrayList<>();
    file.toAbsolutePath().normalize().forEach(part -> parts.add(part.toString()));
    for (int i = parts.size() - 2; i >= 2; i--) {
      if (parts.get(i).equals("java") && parts.get(i - 2).equals("src")) {
        return Optional.of(String.join(".", parts.subList(i + 1, parts.size() - 1)));
      }
    }
    return Optional.empty();
  }
}
