package dev.recipe4j.runtime.cli;

import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.runtime.train.EpochResult;
import dev.recipe4j.runtime.train.RunStart;
import dev.recipe4j.runtime.train.TrainingListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalDouble;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows a training in the terminal: a line for each epoch and, where there is a terminal, a bar
 * over the whole run with learning rate, loss, images per second and the time left.
 */
final class TrainingProgress implements TrainingListener, AutoCloseable {
  private static final int BAR_WIDTH = 110;
  private static final int REFRESH_MILLIS = 250;

  /** Less waiting than this cannot be told from the start of an epoch. */
  private static final double DATA_BOUND = 0.1;

  private final PrintWriter out;
  private final Instant begin = Instant.now();
  private @Nullable RunStart start;
  private @Nullable ProgressBar bar;
  private double waited;

  TrainingProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void note(String message) {
    out.println("note: " + message);
    out.flush();
  }

  @Override
  public void started(RunStart run) {
    start = run;
    out.printf(
        "%s: %s on %s images, %,d to train on, %,d to test on; %s engine; %s%n",
        run.id(),
        run.network(),
        run.input(),
        run.trainExamples(),
        run.validationExamples(),
        run.engine(),
        run.directory());
    out.flush();
  }

  @Override
  public void updated(
      int epoch, long update, double learningRate, double loss, double imagesPerSecond) {
    if (start == null || !isTerminal()) {
      return;
    }
    if (bar == null) {
      bar = newBar(epoch, start, update);
    }
    bar.setExtraMessage(
        String.format(
            Locale.ROOT,
            " %.0f images/s  lr %.4g  loss %.3f  %s",
            imagesPerSecond,
            learningRate,
            loss,
            waited > DATA_BOUND ? "data-bound" : "compute-bound"));
    bar.stepTo(update + 1);
  }

  @Override
  public void waited(double share) {
    waited = share;
  }

  /** What the run would be faster with more of. */
  private String bottleneck() {
    return String.format(
        Locale.ROOT,
        "%s-bound (waits for data %.0f %% of the time)",
        waited > DATA_BOUND ? "data" : "compute",
        100 * waited);
  }

  /** JDK 22 to 24 have a console everywhere unless {@code jdk.console} is {@code java.base}. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    return System.console() != null;
  }

  private ProgressBar newBar(int epoch, RunStart run, long done) {
    return new ProgressBarBuilder()
        .setTaskName("epoch %d/%d".formatted(epoch, run.curve().epochs()))
        .setInitialMax(run.curve().updates())
        .setStyle(
            System.getenv("NO_COLOR") == null
                ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK
                : ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(REFRESH_MILLIS)
        .setMaxRenderedLength(BAR_WIDTH)
        .startsFrom(done, Duration.between(begin, Instant.now()))
        .clearDisplayOnFinish()
        .build();
  }

  /** Takes the bar away; nothing else is printed. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  @Override
  public void epochEnded(EpochResult row) {
    close();
    int epochs = start == null ? row.epoch() : start.curve().epochs();
    int before = start == null ? 0 : start.finishedEpochs();
    Duration left =
        Duration.between(begin, Instant.now())
            .multipliedBy(epochs - row.epoch())
            .dividedBy(row.epoch() - before);
    out.printf(
        Locale.ROOT,
        "epoch %d/%d  lr %s  loss %.4f  train %s  clean train %s  test loss %s  test %s%s"
            + "  %.0f images/s  %s  %s left%n",
        row.epoch(),
        epochs,
        Decimals.show(Double.parseDouble(String.format(Locale.ROOT, "%.4g", row.learningRate()))),
        row.trainLoss(),
        percent(row.trainTop1()),
        percent(row.cleanTrainTop1()),
        row.testLoss().isPresent()
            ? String.format(Locale.ROOT, "%.4f", row.testLoss().getAsDouble())
            : "-",
        percent(row.testTop1()),
        FurtherAccuracies.text(row.testTopK()),
        row.imagesPerSecond(),
        bottleneck(),
        minutes(left));
    out.flush();
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent()
        ? String.format(Locale.ROOT, "%.2f %%", 100 * share.getAsDouble())
        : "-";
  }

  private static String minutes(Duration time) {
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
