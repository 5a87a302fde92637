package dev.recipe4j.runtime.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A data set: images to train on, images to validate on, and the names of their classes. */
public interface ImageData {
  /** What the network learns from, at least one example. */
  Examples train();

  /** What the network is measured on, at least one example. */
  Examples validation();

  /** Number of classes: labels are below it. */
  int classes();

  /** Name of each class, at the position of its label, if the data has names. */
  Optional<List<String>> classNames();

  /**
   * {@code sha256:} and 64 digits that change with any class name, file name or content, and with
   * nothing else; empty if the data has no such thing. Reads every file once: not to be asked for
   * casually.
   */
  default Optional<String> fingerprint() {
    return Optional.empty();
  }

  /**
   * Asks to be told, in a line each, of images that are left out because they cannot be read. Data
   * that leaves out none tells nothing.
   */
  default void onSkipped(Consumer<String> listener) {}

  /** What and how much it is, in one line. */
  String description();

  /**
   * The data set in a directory, recognised by its content: IDX files as {@link IdxFiles#at} reads
   * them, CIFAR as {@link CifarBinary#at} does, lists as {@link ListFile#at}, or folders of images
   * as {@link ImageFolder#at}.
   *
   * @throws DataException if there is no such directory, or none of them is in it
   */
  static ImageData at(Path directory) {
    Directories.require(directory);
    if (IdxFiles.presentIn(directory)) {
      return IdxFiles.at(directory);
    }
    if (CifarBinary.presentIn(directory)) {
      return CifarBinary.at(directory);
    }
    if (ListFile.presentIn(directory)) {
      return ListFile.at(directory);
    }
    if (ImageFolder.presentIn(directory)) {
      return ImageFolder.at(directory);
    }
    throw new DataException(
        directory
            + " holds neither IDX files (train-images-idx3-ubyte[.gz], ...) nor a sub-folder of"
            + " images for each class, nor train_list.txt, nor CIFAR's binary version; pass the"
            + " directory that does");
  }
}
