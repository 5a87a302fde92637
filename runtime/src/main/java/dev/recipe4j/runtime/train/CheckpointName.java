package dev.recipe4j.runtime.train;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a checkpoint, which says where in the run it was stored: {@code epoch-00012.ckpt}
 * after an epoch, {@code epoch-00013-batch-00400.ckpt} within one. Names are in the order of the
 * run.
 *
 * @param epoch finished epochs
 * @param batches done of the next epoch; 0 between two
 */
record CheckpointName(int epoch, int batches) implements Comparable<CheckpointName> {
  static final String SUFFIX = ".ckpt";

  private static final Pattern FORM =
      Pattern.compile("epoch-(\\d{5,9})(?:-batch-(\\d{5,9}))?\\" + SUFFIX);
  private static final Comparator<CheckpointName> ORDER =
      Comparator.comparingInt(CheckpointName::epoch).thenComparingInt(CheckpointName::batches);

  static CheckpointName of(Checkpoint checkpoint) {
    return new CheckpointName(checkpoint.epoch(), checkpoint.batches());
  }

  /** Empty if a file of this name is none. */
  static Optional<CheckpointName> parse(String file) {
    Matcher form = FORM.matcher(file);
    if (!form.matches()) {
      return Optional.empty();
    }
    int epoch = Integer.parseInt(form.group(1));
    String batches = form.group(2);
    return Optional.of(
        batches == null
            ? new CheckpointName(epoch, 0)
            : new CheckpointName(epoch - 1, Integer.parseInt(batches)));
  }

  boolean isWithinEpoch() {
    return batches > 0;
  }

  /** The name of the file. */
  String file() {
    return isWithinEpoch()
        ? "epoch-%05d-batch-%05d%s".formatted(epoch + 1, batches, SUFFIX)
        : "epoch-%05d%s".formatted(epoch, SUFFIX);
  }

  @Override
  public int compareTo(CheckpointName other) {
    return ORDER.compare(this, other);
  }
}
