package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.engine.compiled.Profile;
import dev.recipe4j.runtime.engine.compiled.Profile.Timed;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints where the time of a training pass goes. */
final class ProfilePrinter {
  private static final int SLOWEST = 15;

  private ProfilePrinter() {}

  static void print(Profile profile, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%na training pass of %d images: %.2f ms (%d passes timed), %d instructions, %d MB%n",
        profile.batch(),
        profile.milliseconds(),
        profile.passes(),
        profile.instructions().size(),
        profile.bytes() >> 20);
    print(profile.byImplementation(), profile.milliseconds(), out);
    out.println("slowest:");
    List<Timed> slowest = profile.slowest();
    print(slowest.subList(0, Math.min(SLOWEST, slowest.size())), profile.milliseconds(), out);
  }

  private static void print(List<Timed> rows, double total, PrintWriter out) {
    for (Timed row : rows) {
      out.printf(
          Locale.ROOT,
          "%10.3f ms %5.1f %%  %s (%s)%n",
          row.milliseconds(),
          100 * row.milliseconds() / total,
          row.name(),
          row.implementation());
    }
  }
}
