package dev.recipe4j.runtime.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Looks at every image of a data set, on all processors, and says what a data annotation needs to
 * know. It reads every file twice, to decode it and for the fingerprint; decoding takes most of the
 * time. An image that cannot be read and a class without images are told of and do not end it.
 */
public final class DataScan {
  private final ImageData data;
  private final List<String> faults;
  private final Progress progress;
  private final AtomicLong done = new AtomicLong();

  private DataScan(ImageData data, List<String> faults, Progress progress) {
    this.data = data;
    this.faults = faults;
    this.progress = progress;
  }

  /** Follows a scan; called by many threads. */
  @FunctionalInterface
  public interface Progress {
    /** After each image. */
    void looked(long images, long all);
  }

  /**
   * Scans a directory that {@link ImageData#at} would read.
   *
   * @throws DataException if it would not, or not one training image can be read
   */
  public static DataFacts of(Path directory, Progress progress) {
    Directories.require(directory);
    List<String> faults = new ArrayList<>();
    ImageData data =
        isFolder(directory)
            ? ImageFolder.read(directory, folder -> faults.add(ImageFolder.emptyClass(folder)))
            : ImageData.at(directory);
    return new DataScan(data, faults, progress).facts();
  }

  private static boolean isFolder(Path directory) {
    return !IdxFiles.presentIn(directory)
        && !CifarBinary.presentIn(directory)
        && !ListFile.presentIn(directory)
        && ImageFolder.presentIn(directory);
  }

  private DataFacts facts() {
    ImageTotals train = totals(data.train());
    ImageTotals validation = totals(data.validation());
    faults.addAll(train.faults());
    faults.addAll(validation.faults());
    if (!(data instanceof ImageFolder)) {
      addUnusedLabels();
    }
    if (train.images() == 0) {
      throw new DataException(
          "%s: no training image can be read; the first: %s"
              .formatted(data.description(), faults.get(0)));
    }
    ImageTotals all = new ImageTotals();
    all.add(train);
    all.add(validation);
    int channels = all.coloured() ? 3 : 1;
    OptionalInt imageSize = all.imageSize();
    return new DataFacts(
        data.classes(),
        data.classNames().orElse(List.of()),
        train.images(),
        validation.images(),
        imageSize,
        all.smallestSide(),
        channels,
        train.mean(channels),
        train.std(channels),
        faults.isEmpty() ? data.fingerprint() : Optional.empty(),
        faults);
  }

  private ImageTotals totals(Examples examples) {
    return IntStream.range(0, examples.size())
        .parallel()
        .collect(
            ImageTotals::new, (totals, index) -> look(examples, index, totals), ImageTotals::add);
  }

  private void look(Examples examples, int index, ImageTotals totals) {
    try {
      totals.add(examples.image(index));
    } catch (DataException e) {
      totals.addFault(index, String.valueOf(e.getMessage()));
    }
    progress.looked(done.incrementAndGet(), (long) data.train().size() + data.validation().size());
  }

  /**
   * Other data has no folder that could be empty: a number that no label has shows a class lost.
   */
  private void addUnusedLabels() {
    boolean[] used = new boolean[data.classes()];
    for (int i = 0; i < data.train().size(); i++) {
      used[data.train().label(i)] = true;
    }
    for (int label = 0; label < used.length; label++) {
      if (!used[label]) {
        faults.add(
            "class %d of 0 to %d has no training images; get the files again"
                .formatted(label, used.length - 1));
      }
    }
  }
}
