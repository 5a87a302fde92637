package dev.recipe4j.runtime.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A data set of image files (JPEG, PNG, BMP, GIF) in one folder for each class, named after it. The
 * classes are sorted by name, hidden files are left out, and files are decoded when they are asked
 * for. Two forms are recognised:
 *
 * <ul>
 *   <li>{@code train/} with a folder for each class, beside {@code val/}, {@code validation/} or
 *       {@code test/} (the first that exists) with folders for the same classes or fewer;
 *   <li>a folder for each class. A fifth of the images is held out for validation, chosen by a hash
 *       of class and file name: the choice is the same on every machine, and files that are added
 *       later do not move the others. Each class with two images or more has at least one in each
 *       part.
 * </ul>
 */
public final class ImageFolder implements ImageData {
  private static final List<String> VALIDATION = List.of("val", "validation", "test");

  private final FolderExamples train;
  private final FolderExamples validation;
  private final List<String> classNames;
  private final String description;

  private ImageFolder(
      Path directory, List<String> classNames, FolderExamples train, FolderExamples validation) {
    this.train = train;
    this.validation = validation;
    this.classNames = classNames;
    this.description =
        "%s: %d training and %d validation images of %d classes"
            .formatted(directory, train.size(), validation.size(), classNames.size());
  }

  /**
   * The data set in a directory.
   *
   * @throws DataException if the directory has neither form, a class has no image, or there is
   *     nothing to validate on
   */
  public static ImageFolder at(Path directory) {
    return read(
        directory,
        folder -> {
          throw new DataException(emptyClass(folder));
        });
  }

  /** As {@link #at}, but a class without images is only told of. */
  static ImageFolder read(Path directory, Consumer<Path> emptyClass) {
    Directories.require(directory);
    Optional<Path> train = trainIn(directory);
    return train.isPresent()
        ? divided(directory, train.get(), emptyClass)
        : split(directory, emptyClass);
  }

  /** What a message says of a class without images. */
  static String emptyClass(Path folder) {
    return "%s, the folder of a class, holds no images (%s); add some, or remove it"
        .formatted(folder, String.join(", ", FolderExamples.EXTENSIONS));
  }

  /** Whether the directory has one of the two forms. */
  static boolean presentIn(Path directory) {
    return trainIn(directory).isPresent()
        || Directories.folders(directory).stream()
            .anyMatch(folder -> !FolderExamples.imagesIn(folder).isEmpty());
  }

  /** A folder train/ that holds images instead of folders is a class of that name. */
  private static Optional<Path> trainIn(Path directory) {
    return Optional.of(directory.resolve("train"))
        .filter(Files::isDirectory)
        .filter(train -> !Directories.folders(train).isEmpty());
  }

  private static ImageFolder divided(Path directory, Path trainFolder, Consumer<Path> emptyClass) {
    Path validationFolder =
        VALIDATION.stream()
            .map(directory::resolve)
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow(
                () ->
                    new DataException(
                        directory
                            + " has train/ but none of val/, validation/ and test/; add one, or"
                            + " pass "
                            + trainFolder
                            + " to have a fifth of it held out"));
    List<String> classes =
        Directories.folders(trainFolder).stream().map(Directories::name).toList();
    FolderExamples.Builder train = new FolderExamples.Builder(trainFolder);
    for (int label = 0; label < classes.size(); label++) {
      train.add(imagesOf(trainFolder.resolve(classes.get(label)), emptyClass), label);
    }
    FolderExamples.Builder validation = new FolderExamples.Builder(validationFolder);
    for (Path folder : Directories.folders(validationFolder)) {
      int label = classes.indexOf(Directories.name(folder));
      if (label < 0) {
        throw new DataException(
            "%s is a class that %s lacks; add images of it there, or remove it"
                .formatted(folder, trainFolder));
      }
      validation.add(FolderExamples.imagesIn(folder), label);
    }
    if (validation.isEmpty()) {
      throw new DataException(
          "%s holds no images in folders named after the classes (%s, ...); add some"
              .formatted(validationFolder, classes.get(0)));
    }
    return new ImageFolder(directory, classes, train.build(), validation.build());
  }

  private static ImageFolder split(Path directory, Consumer<Path> emptyClass) {
    List<String> classes = Directories.folders(directory).stream().map(Directories::name).toList();
    if (classes.isEmpty()) {
      throw new DataException(
          directory + " has no sub-folder of images for each class; pass the directory that does");
    }
    FolderExamples.Builder train = new FolderExamples.Builder(directory);
    FolderExamples.Builder validation = new FolderExamples.Builder(directory);
    for (int label = 0; label < classes.size(); label++) {
      String className = classes.get(label);
      List<Path> images = imagesOf(directory.resolve(className), emptyClass);
      HeldOut heldOut = HeldOut.of(className, images.stream().map(Directories::name).toList());
      List<Path> kept = new ArrayList<>();
      List<Path> out = new ArrayList<>();
      for (Path image : images) {
        (heldOut.contains(Directories.name(image)) ? out : kept).add(image);
      }
      train.add(kept, label);
      validation.add(out, label);
    }
    if (validation.isEmpty()) {
      throw new DataException(
          directory + " has one image of each class, so none to validate on; add images");
    }
    return new ImageFolder(directory, classes, train.build(), validation.build());
  }

  private static List<Path> imagesOf(Path classFolder, Consumer<Path> emptyClass) {
    List<Path> images = FolderExamples.imagesIn(classFolder);
    if (images.isEmpty()) {
      emptyClass.accept(classFolder);
    }
    return images;
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
    return classNames.size();
  }

  @Override
  public Optional<List<String>> classNames() {
    return Optional.of(classNames);
  }

  @Override
  public Optional<String> fingerprint() {
    DataDigest digest = new DataDigest(classNames);
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
