package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.data.DataScan;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Says every few seconds how far a scan has come; a scan shorter than that says nothing. */
final class ScanProgress implements DataScan.Progress {
  private final PrintWriter out;
  private final long begin = System.nanoTime();
  private final long interval;
  private final AtomicLong next;

  ScanProgress(PrintWriter out, long seconds) {
    this.out = out;
    this.interval = TimeUnit.SECONDS.toNanos(seconds);
    this.next = new AtomicLong(interval);
  }

  @Override
  public void looked(long images, long all) {
    long passed = System.nanoTime() - begin;
    long due = next.get();
    if (passed >= due && next.compareAndSet(due, passed + interval)) {
      long secondsLeft =
          TimeUnit.NANOSECONDS.toSeconds((long) ((double) passed / images * (all - images)));
      out.printf(
          "scanned %,d of %,d images, %d:%02d left%n",
          images, all, secondsLeft / 60, secondsLeft % 60);
      out.flush();
    }
  }
}
