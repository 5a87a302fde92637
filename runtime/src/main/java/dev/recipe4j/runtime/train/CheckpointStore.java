package dev.recipe4j.runtime.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The checkpoints of a run: those of the last few stored epochs and, since the latest of these, of
 * the last few stored steps, as {@link CheckpointName} calls them; and {@code best.ckpt}.
 */
final class CheckpointStore {
  private final Path directory;

  CheckpointStore(Path directory) {
    this.directory = directory;
  }

  /**
   * Writes a checkpoint and forgets those that are too old.
   *
   * @param kept how many of the newest remain, of epochs and of steps, at least 1
   * @throws RunException if it cannot be written; the others are then as they were
   */
  void save(Checkpoint checkpoint, int kept) {
    CheckpointFile.write(file(CheckpointName.of(checkpoint)), checkpoint);
    removeOld(kept);
  }

  void saveBest(Checkpoint checkpoint) {
    CheckpointFile.write(best(), checkpoint);
  }

  Path best() {
    return directory.resolve("best" + CheckpointName.SUFFIX);
  }

  private Path file(CheckpointName name) {
    return directory.resolve(name.file());
  }

  /**
   * The checkpoint of the newest epoch that was stored as one.
   *
   * @throws RunException if there is none or it is damaged
   */
  Checkpoint last() {
    return names().descendingSet().stream()
        .filter(name -> !name.isWithinEpoch())
        .findFirst()
        .map(name -> CheckpointFile.read(file(name)))
        .orElseThrow(() -> new RunException("no checkpoint in " + directory));
  }

  /**
   * The newest checkpoint that can be read, which may be the best; empty if none was written yet.
   *
   * @param withinEpochs whether it may be one within an epoch
   * @param notes receives a line for each newer one that is damaged
   * @throws RunException if all are damaged
   */
  Optional<Checkpoint> newest(boolean withinEpochs, List<String> notes) {
    List<CheckpointName> names =
        names().descendingSet().stream()
            .filter(name -> withinEpochs || !name.isWithinEpoch())
            .toList();
    Optional<Checkpoint> best = readIfThere(best(), notes);
    Optional<CheckpointName> bestName = best.map(CheckpointName::of);
    for (CheckpointName name : names) {
      if (bestName.isPresent() && name.compareTo(bestName.get()) < 0) {
        return best;
      }
      Optional<Checkpoint> read = readIfThere(file(name), notes);
      if (read.isPresent()) {
        return read;
      }
    }
    if (best.isEmpty() && !names.isEmpty()) {
      throw new RunException("no checkpoint can be read: " + String.join("; ", notes));
    }
    return best;
  }

  /** The newest that can be read, in words; empty if there is none. */
  Optional<String> describeNewest() {
    try {
      return newest(true, new ArrayList<>()).map(this::describe);
    } catch (RunException noneCanBeRead) {
      return Optional.empty();
    }
  }

  private String describe(Checkpoint checkpoint) {
    Path file = file(CheckpointName.of(checkpoint));
    return "%s (%s, step %d)"
        .formatted(Files.exists(file) ? file : best(), checkpoint.position(), checkpoint.update());
  }

  private static Optional<Checkpoint> readIfThere(Path file, List<String> notes) {
    try {
      return Files.exists(file) ? Optional.of(CheckpointFile.read(file)) : Optional.empty();
    } catch (RunException e) {
      notes.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /**
   * Makes the best checkpoint that of an epoch, from the stored one of the epoch if need be: the
   * process may have died between the two, or the file may be damaged.
   *
   * @return whether it is
   */
  boolean restoreBest(int epoch) {
    List<String> ignored = new ArrayList<>();
    if (readIfThere(best(), ignored).filter(best -> best.epoch() == epoch).isPresent()) {
      return true;
    }
    Optional<Checkpoint> stored =
        readIfThere(file(new CheckpointName(epoch, 0)), ignored)
            .filter(checkpoint -> checkpoint.epoch() == epoch);
    stored.ifPresent(this::saveBest);
    return stored.isPresent();
  }

  /**
   * Renames what a run that goes on at a position has no use for, so that it is not taken for the
   * newest: damaged checkpoints, and those of batches that are others now. Drafts are removed,
   * which a process leaves that is killed while it writes.
   */
  void setAsideAfter(CheckpointName position) {
    try {
      for (CheckpointName name : names().tailSet(position, false)) {
        Files.move(
            file(name),
            directory.resolve(name.file() + ".aside"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw unchanged(e);
    }
    removeDrafts();
  }

  /**
   * Removes what a process leaves that is killed after its last checkpoint: drafts, and checkpoints
   * that are too old.
   *
   * @param kept as {@link #save} keeps them
   */
  void tidy(int kept) {
    removeDrafts();
    removeOld(kept);
  }

  private void removeDrafts() {
    try {
      for (Path draft : files(AtomicFile.DRAFT_SUFFIX)) {
        Files.delete(draft);
      }
    } catch (IOException e) {
      throw unchanged(e);
    }
  }

  private NavigableSet<CheckpointName> names() {
    NavigableSet<CheckpointName> names = new TreeSet<>();
    for (Path file : files(CheckpointName.SUFFIX)) {
      CheckpointName.parse(file.getFileName().toString()).ifPresent(names::add);
    }
    return names;
  }

  private List<Path> files(String suffix) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.getFileName().toString().endsWith(suffix)).toList();
    } catch (IOException e) {
      throw new RunException("cannot read %s: %s".formatted(directory, AtomicFile.reason(e)), e);
    }
  }

  private void removeOld(int kept) {
    NavigableSet<CheckpointName> names = names();
    List<CheckpointName> epochs = names.stream().filter(name -> !name.isWithinEpoch()).toList();
    List<CheckpointName> steps = names.stream().filter(CheckpointName::isWithinEpoch).toList();
    Set<CheckpointName> old = new TreeSet<>(allButLast(epochs, kept));
    old.addAll(allButLast(steps, kept));
    if (!epochs.isEmpty()) {
      old.addAll(
          names.headSet(epochs.get(epochs.size() - 1)).stream()
              .filter(CheckpointName::isWithinEpoch)
              .toList());
    }
    try {
      for (CheckpointName name : old) {
        Files.delete(file(name));
      }
    } catch (IOException e) {
      throw unchanged(e);
    }
  }

  private static List<CheckpointName> allButLast(List<CheckpointName> names, int kept) {
    return names.subList(0, Math.max(0, names.size() - kept));
  }

  private RunException unchanged(IOException cause) {
    return new RunException(
        "cannot remove old checkpoints in %s: %s".formatted(directory, AtomicFile.reason(cause)),
        cause);
  }
}
