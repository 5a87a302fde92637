package dev.recipe4j.runtime.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Image files, each decoded whenever it is asked for. */
final class FolderExamples implements Examples {
  /** Ends of the names of the files that are taken for images. */
  static final List<String> EXTENSIONS = List.of("jpg", "jpeg", "png", "bmp", "gif");

  private final Path root;
  private final Path[] files;
  private final int[] labels;

  private FolderExamples(Path root, List<Path> files, List<Integer> labels) {
    this.root = root;
    this.files = files.toArray(Path[]::new);
    this.labels = labels.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The image files directly in a folder, sorted by name. */
  static List<Path> imagesIn(Path folder) {
    return Directories.entries(folder).stream()
        .filter(FolderExamples::isImage)
        .filter(Files::isRegularFile)
        .toList();
  }

  private static boolean isImage(Path file) {
    String name = Directories.name(file);
    int dot = name.lastIndexOf('.');
    return dot >= 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  @Override
  public int size() {
    return files.length;
  }

  @Override
  public int label(int index) {
    return labels[index];
  }

  @Override
  public Image image(int index) {
    return stored(index).whole();
  }

  @Override
  public StoredImage stored(int index) {
    return Image.open(files[index], files[index].toString());
  }

  @Override
  public String name(int index) {
    return root.relativize(files[index]).toString();
  }

  /** Names below the root with slashes, as on every system. */
  private String portableName(int index) {
    List<String> parts = new ArrayList<>();
    root.relativize(files[index]).forEach(part -> parts.add(part.toString()));
    return String.join("/", parts);
  }

  /** Adds the names, labels and contents of all files in their order. */
  void addLabelledTo(DataDigest digest) {
    List<byte[]> contents = Stream.of(files).parallel().map(DataDigest::ofFile).toList();
    for (int i = 0; i < files.length; i++) {
      digest.add(portableName(i));
      digest.add(Integer.toString(labels[i]));
      digest.add(contents.get(i));
    }
  }

  int largestLabel() {
    return IntStream.of(labels).max().orElse(0);
  }

  /** Adds the names and contents of all files, sorted by name. */
  void addTo(DataDigest digest) {
    SortedMap<String, Path> byName = new TreeMap<>();
    for (int i = 0; i < files.length; i++) {
      byName.put(portableName(i), files[i]);
    }
    List<byte[]> contents =
        List.copyOf(byName.values()).parallelStream().map(DataDigest::ofFile).toList();
    int at = 0;
    for (String name : byName.keySet()) {
      digest.add(name);
      digest.add(contents.get(at++));
    }
  }

  /** Collects files in the order of their labels. */
  static final class Builder {
    private final Path root;
    private final List<Path> files = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    Builder(Path root) {
      this.root = root;
    }

    void add(List<Path> images, int label) {
      for (Path image : images) {
        files.add(image);
        labels.add(label);
      }
    }

    boolean isEmpty() {
      return files.isEmpty();
    }

    FolderExamples build() {
      return new FolderExamples(root, files, labels);
    }
  }
}
