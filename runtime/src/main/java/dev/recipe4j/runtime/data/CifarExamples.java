package dev.recipe4j.runtime.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Images of one part of CIFAR: records of labels and 32x32 pixels, one colour after the other. */
final class CifarExamples implements Examples {
  private static final int SIDE = 32;
  private static final int PLANE = SIDE * SIDE;
  private static final int COLOURS = 3;

  private final List<String> names = new ArrayList<>();
  private final List<byte[]> files = new ArrayList<>();
  private final int labels;
  // First example of each file, and the number of all.
  private final List<Integer> starts = new ArrayList<>(List.of(0));

  /**
   * Reads files.
   *
   * @param labels bytes of labels before each image, of which the last is taken
   */
  CifarExamples(Path directory, List<String> names, int labels) {
    this.labels = labels;
    for (String name : names) {
      byte[] file = read(directory.resolve(name));
      if (file.length == 0 || file.length % record() != 0) {
        throw new DataException(
            "%s: %s has %d bytes, which are no whole images of %d; get the file again"
                .formatted(directory, name, file.length, record()));
      }
      this.names.add(name);
      files.add(file);
      starts.add(size() + file.length / record());
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new DataException(
          "cannot read %s (%s); put all files of the data set there".formatted(file, e), e);
    }
  }

  private int record() {
    return labels + COLOURS * PLANE;
  }

  private int fileOf(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException("example %d of %d".formatted(index, size()));
    }
    int file = 0;
    while (starts.get(file + 1) <= index) {
      file++;
    }
    return file;
  }

  /** Place of an example in its file. */
  private int start(int index, int file) {
    return (index - starts.get(file)) * record();
  }

  int largestLabel() {
    int largest = 0;
    for (int i = 0; i < size(); i++) {
      largest = Math.max(largest, label(i));
    }
    return largest;
  }

  void addTo(DataDigest digest) {
    files.forEach(digest::add);
  }

  @Override
  public int size() {
    return starts.get(starts.size() - 1);
  }

  @Override
  public int label(int index) {
    int file = fileOf(index);
    return files.get(file)[start(index, file) + labels - 1] & 0xff;
  }

  @Override
  public Image image(int index) {
    int file = fileOf(index);
    byte[] from = files.get(file);
    int start = start(index, file) + labels;
    byte[] pixels = new byte[COLOURS * PLANE];
    for (int colour = 0; colour < COLOURS; colour++) {
      for (int i = 0, to = colour; i < PLANE; i++, to += COLOURS) {
        pixels[to] = from[start + colour * PLANE + i];
      }
    }
    return new Image(SIDE, SIDE, COLOURS, pixels);
  }

  @Override
  public String name(int index) {
    int file = fileOf(index);
    return "image %d of %s".formatted(index - starts.get(file), names.get(file));
  }
}
