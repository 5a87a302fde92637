package dev.recipe4j.runtime.engine.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.DropoutDraws;
import dev.recipe4j.runtime.engine.LossWeights;
import dev.recipe4j.runtime.engine.NativeSettings;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan says before it runs how much memory it takes: within a tenth of what it then takes. */
class PlannedMemoryTest {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final double TOLERANCE = 0.1;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void thePeakIsAsPlanned(boolean mayBeWinograd) throws IOException, InterruptedException {
    assumeTrue(Files.exists(STATUS), "SKIPPED: this system has no " + STATUS);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // The heap is there from the start, so that what grows is the plan.
                "-Xms256m",
                "-Xmx256m",
                "-XX:+AlwaysPreTouch",
                "-cp",
                System.getProperty("java.class.path"),
                OnePlan.class.getName(),
                Boolean.toString(mayBeWinograd))
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
    String[] last = printed.lines().reduce("", (before, line) -> line).strip().split(" ", -1);
    double planned = Double.parseDouble(last[0]);
    double grown = Double.parseDouble(last[1]);
    assertEquals(1, grown / planned, TOLERANCE, printed);
  }

  /** Prints the planned kilobytes and those of the peak above what there was before. */
  static final class OnePlan {
    private OnePlan() {}

    /** ResNet18; a smaller network before it loads what every plan needs. */
    public static void main(String[] arguments) throws IOException {
      boolean mayBeWinograd = Boolean.parseBoolean(arguments[0]);
      NativeSettings.use(1);
      LongSupplier small = ready(SmallNetworks.dropped(), SmallNetworks.INPUT, 2, mayBeWinograd);
      LongSupplier large = ready(SmallNetworks.resNet18(), new Shape(3, 32, 32), 32, mayBeWinograd);
      long first = small.getAsLong();
      long before = kilobytes("VmRSS:");
      long planned = large.getAsLong();
      System.out.println(
          "after a plan of "
              + first
              + " bytes:\n"
              + (planned >> 10)
              + " "
              + (kilobytes("VmHWM:") - before));
    }

    /** Everything but the plan; asked, it compiles and runs that and gives its bytes. */
    private static LongSupplier ready(
        Network network, Shape input, int size, boolean mayBeWinograd) {
      float[] values = SmallNetworks.parameters(network, input);
      FloatBuffer parameters = FloatBuffers.direct(values.length).put(0, values);
      FloatBuffer gradient = FloatBuffers.direct(values.length);
      FloatBuffer logits = FloatBuffers.direct((long) size * SmallNetworks.CLASSES);
      Minibatch batch = EnginePasses.batch(1, size, input, SmallNetworks.CLASSES);
      return () -> {
        try (TrainingPlan plan =
            TrainingPlan.compile(
                network, input, size, parameters, new DropoutDraws(), mayBeWinograd)) {
          plan.run(batch, LossWeights.EQUAL, gradient, logits, false);
          return plan.program().bytes();
        }
      };
    }

    private static long kilobytes(String what) throws IOException {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(what))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }
}
