package dev.recipe4j.runtime.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checkpoints of a run: {@code epoch-00012.ckpt} of the last few stored epochs, {@code
 * best.ckpt}, and {@code last}, which holds the name of the newest.
 */
final class CheckpointStore {
  private static final String LAST = "last";
  private static final String SUFFIX = ".ckpt";

  private final Path directory;

  CheckpointStore(Path directory) {
    this.directory = directory;
  }

  /**
   * Writes the checkpoint of an epoch and forgets those that are too old.
   *
   * @param kept how many of the newest remain, at least 1
   */
  void save(Checkpoint checkpoint, int kept) {
    String name = "epoch-%05d%s".formatted(checkpoint.epoch(), SUFFIX);
    CheckpointFile.write(directory.resolve(name), checkpoint);
    AtomicFile.write(directory.resolve(LAST), (name + "\n").getBytes(StandardCharsets.UTF_8));
    removeOld(kept);
  }

  void saveBest(Checkpoint checkpoint) {
    CheckpointFile.write(best(), checkpoint);
  }

  Path best() {
    return directory.resolve("best" + SUFFIX);
  }

  /**
   * The newest checkpoint.
   *
   * @throws RunException if there is none or it is damaged
   */
  Checkpoint last() {
    Path pointer = directory.resolve(LAST);
    try {
      return CheckpointFile.read(directory.resolve(Files.readString(pointer).strip()));
    } catch (IOException e) {
      throw new RunException("no checkpoint in " + directory, e);
    }
  }

  /**
   * The newest checkpoint that can be read, which between two stored epochs may be the best; empty
   * if none was written yet.
   *
   * @param notes receives a line for each newer one that is damaged
   * @throws RunException if all are damaged
   */
  Optional<Checkpoint> newest(List<String> notes) {
    List<Path> epochs;
    try {
      epochs = epochs();
    } catch (IOException e) {
      throw new RunException("cannot read %s: %s".formatted(directory, AtomicFile.reason(e)), e);
    }
    Optional<Checkpoint> best = newerBest(epochs, notes);
    if (best.isPresent()) {
      return best;
    }
    for (int i = epochs.size() - 1; i >= 0; i--) {
      try {
        return Optional.of(CheckpointFile.read(epochs.get(i)));
      } catch (RunException e) {
        notes.add(String.valueOf(e.getMessage()));
      }
    }
    if (!epochs.isEmpty()) {
      throw new RunException("no checkpoint can be read: " + String.join("; ", notes));
    }
    return Optional.empty();
  }

  /** The best, if no epoch after it was stored: what follows it is trained again. */
  private Optional<Checkpoint> newerBest(List<Path> epochs, List<String> notes) {
    if (!Files.exists(best())) {
      return Optional.empty();
    }
    int stored = epochs.isEmpty() ? 0 : number(epochs.get(epochs.size() - 1));
    try {
      return Optional.of(CheckpointFile.read(best())).filter(best -> best.epoch() > stored);
    } catch (RunException e) {
      notes.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static int number(Path epoch) {
    return Integer.parseInt(epoch.getFileName().toString().replaceAll("\\D", ""));
  }

  /** The files of epochs, the oldest first. */
  private List<Path> epochs() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches("epoch-\\d+\\.ckpt"))
          .sorted()
          .toList();
    }
  }

  private void removeOld(int kept) {
    try {
      List<Path> epochs = epochs();
      for (Path old : epochs.subList(0, Math.max(0, epochs.size() - kept))) {
        Files.delete(old);
      }
    } catch (IOException e) {
      throw new RunException(
          "cannot remove old checkpoints in %s: %s".formatted(directory, AtomicFile.reason(e)), e);
    }
  }
}
