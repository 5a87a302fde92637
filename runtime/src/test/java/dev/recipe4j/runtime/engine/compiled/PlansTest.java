package dev.recipe4j.runtime.engine.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Plans for changing sizes, beside each other, and after they are closed. */
class PlansTest {
  private static final Network NETWORK = SmallNetworks.dropped();
  private static final Shape INPUT = SmallNetworks.INPUT;
  private static final float[] PARAMETERS = SmallNetworks.parameters(NETWORK, INPUT);
  private static final double TOLERANCE = 1e-3;
  private static final Path STATUS = Path.of("/proc/self/status");

  private static Engine compiled() {
    return new CompiledEngine(NETWORK, INPUT, 1, ConvolutionAlgorithm.AUTO);
  }

  private static EnginePasses passes(Engine engine, int size) {
    return EnginePasses.of(
        engine, PARAMETERS, EnginePasses.batch(size, size, INPUT, SmallNetworks.CLASSES));
  }

  /** An epoch with a smaller last batch, and more sizes than plans are kept. */
  @Test
  void sizesChange() {
    try (Engine engine = compiled();
        Engine reference = new ReferenceEngine(NETWORK, INPUT, 1)) {
      for (int size : new int[] {8, 8, 3, 8, 1, 2, 3, 4, 5, 6, 7, 8, 3}) {
        passes(engine, size)
            .assertClose(passes(reference, size), engine, TOLERANCE, "batch of " + size);
      }
    }
  }

  @Test
  void shapesChangeInEvaluation() {
    try (Engine engine = compiled();
        Engine reference = new ReferenceEngine(NETWORK, INPUT, 1)) {
      engine.parameters().put(0, PARAMETERS);
      reference.parameters().put(0, PARAMETERS);
      for (int height : new int[] {12, 8, 9, 3, 20, 21, 12, 8}) {
        Shape shape = new Shape(3, height, 11);
        Minibatch batch = EnginePasses.batch(height, 2, shape, SmallNetworks.CLASSES);
        float[] expected = logits(reference, batch);
        float[] logits = logits(engine, batch);
        for (int i = 0; i < logits.length; i++) {
          assertEquals(expected[i], logits[i], 1e-5, shape.toString());
        }
      }
    }
  }

  private static float[] logits(Engine engine, Minibatch batch) {
    FloatBuffer logits = FloatBuffers.direct((long) batch.size() * engine.classes());
    engine.logits(batch, logits);
    return EnginePasses.floats(logits);
  }

  @Test
  void enginesDoNotDisturbEachOther() {
    Network other = SmallNetworks.resNet18();
    Shape otherInput = new Shape(3, 16, 16);
    float[] otherParameters = SmallNetworks.parameters(other, otherInput);
    Minibatch otherBatch = EnginePasses.batch(1, 4, otherInput, SmallNetworks.CLASSES);
    EnginePasses alone;
    try (Engine engine = compiled()) {
      alone = passes(engine, 8);
    }
    try (Engine second = compiled();
        Engine third = new CompiledEngine(other, otherInput, 1, ConvolutionAlgorithm.DIRECT)) {
      try (Engine first = compiled()) {
        for (int i = 0; i < 3; i++) {
          alone.assertSame(passes(first, 8), "first");
          EnginePasses.of(third, otherParameters, otherBatch);
          passes(second, 5);
          alone.assertSame(passes(second, 8), "second");
        }
      }
      alone.assertSame(passes(second, 8), "after the first was closed");
    }
  }

  @Test
  void closedEnginesLeaveNoPointers() {
    make(3);
    long before = pointerBytes();
    make(30);
    long after = pointerBytes();
    assertTrue(after <= before, "%d bytes of pointers before, %d after".formatted(before, after));
  }

  /** What is left after those that nobody refers to were freed. */
  private static long pointerBytes() {
    for (int i = 0; i < 10; i++) {
      System.gc();
      Pointer.deallocateReferences();
    }
    return Pointer.totalBytes();
  }

  /**
   * In a process of its own, whose heap neither grows nor shrinks. Half a minute more: run by the
   * profile {@code slow}.
   */
  @Test
  @EnabledIfSystemProperty(named = "recipe4j.slow", matches = "true")
  void tenThousandPlansLeaveNoMemory() throws IOException, InterruptedException {
    assumeTrue(Files.exists(STATUS), "SKIPPED: this system has no " + STATUS);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms256m",
                "-Xmx256m",
                "-XX:+AlwaysPreTouch",
                "-cp",
                System.getProperty("java.class.path"),
                TenThousandPlans.class.getName())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
    int grown = Integer.parseInt(printed.lines().reduce("", (before, line) -> line).strip());
    // The virtual machine's own memory grows by 4 to 9 megabytes; two kilobytes a plan would be 20.
    assertTrue(grown < 16_000, "10000 plans left %d kB of memory".formatted(grown));
  }

  /** Prints by how many kilobytes the process grows while 10000 plans follow 2000. */
  static final class TenThousandPlans {
    private TenThousandPlans() {}

    /** Two plans of each engine. */
    public static void main(String[] arguments) throws IOException {
      make(1000);
      long before = residentKilobytes();
      make(5000);
      System.out.println(residentKilobytes() - before);
    }
  }

  private static void make(int engines) {
    for (int i = 0; i < engines; i++) {
      try (Engine engine = compiled()) {
        passes(engine, 2);
      }
    }
  }

  private static long residentKilobytes() throws IOException {
    // Buffers that nobody refers to are freed with their objects.
    System.gc();
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
