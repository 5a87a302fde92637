package dev.recipe4j.runtime.train;

import dev.recipe4j.decimal.Decimals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;

/** {@code log.txt}: what happened, one line each, with the time; a resumed run adds to it. */
final class RunLog implements TrainingListener {
  /** What stands before the reason why a run ended with an error. */
  static final String STOPPED = "stopped: ";

  private final Path file;
  private final StringBuilder text = new StringBuilder();

  RunLog(Path file) {
    this.file = file;
    try {
      if (Files.exists(file)) {
        text.append(Files.readString(file));
      }
    } catch (IOException e) {
      throw new RunException("cannot read %s: %s".formatted(file, AtomicFile.reason(e)), e);
    }
  }

  @Override
  public void started(RunStart start) {
    line(
        "%s: %s on %s, engine %s, %d training and %d validation images, %s of %s"
            .formatted(
                start.id(),
                start.network(),
                start.input(),
                start.engine(),
                start.trainExamples(),
                start.validationExamples(),
                Decimals.count(start.curve().epochs(), "epoch"),
                Decimals.count(start.curve().updatesPerEpoch(), "update")));
  }

  @Override
  public void epochEnded(EpochResult row) {
    line(
        "epoch %d: train loss %.4f, top-1 %s; test top-1 %s; %.1f s, %.0f images/s"
            .formatted(
                row.epoch(),
                row.trainLoss(),
                share(row.trainTop1()),
                share(row.testTop1()),
                row.seconds(),
                row.imagesPerSecond()));
  }

  @Override
  public void note(String message) {
    line("note: " + message);
  }

  /** Notes why the run ends; a log that cannot be written does not hide that. */
  void failed(RuntimeException cause) {
    try {
      line(STOPPED + cause.getMessage());
    } catch (RunException unwritten) {
      cause.addSuppressed(unwritten);
    }
  }

  private static String share(OptionalDouble value) {
    return value.isPresent() ? "%.4f".formatted(value.getAsDouble()) : "not measured";
  }

  private void line(String message) {
    text.append(LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS))
        .append(' ')
        .append(message)
        .append('\n');
    AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
