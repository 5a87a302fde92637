package dev.recipe4j.bench;

import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.InitialParameters;
import dev.recipe4j.runtime.optim.Update;
import dev.recipe4j.spec.L2Decay;
import dev.recipe4j.spec.Momentum;
import dev.recipe4j.spec.RecipeSpec;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Trains one workload on one of our engines and prints a {@link Measurement} on one line. {@code
 * train.py} does the same with PyTorch.
 */
final class TrainingWorker {
  /**
   * So small that nothing diverges or is learned by heart, which would change the numbers' size.
   */
  private static final double LEARNING_RATE = 1e-4;

  private static final RecipeSpec OPTIMIZER =
      RecipeSpec.of(new Momentum(0.9), new L2Decay(1e-4, true));

  /** Share of the time in which the just-in-time compiler may be at work after the warm-up. */
  private static final double COMPILING = 0.02;

  /** Longest warm-up, in units of the time of a measurement. */
  private static final double LONG = 6;

  private final Engine engine;
  private final Update update;
  private final Minibatch batch;
  private final FloatBuffer gradient;
  private final FloatBuffer logits;
  private int steps;
  private double loss;

  private TrainingWorker(Workload workload, Engine engine) {
    this.engine = engine;
    this.update = Update.of(OPTIMIZER, engine.layout());
    this.batch = noise(workload);
    this.gradient = FloatBuffers.direct(engine.layout().size());
    this.logits = FloatBuffers.direct((long) workload.batch() * workload.classes());
    InitialParameters.fill(engine.parameters(), engine.layout(), 0);
  }

  /**
   * Measures once.
   *
   * @param arguments contender, workload, threads, seconds
   */
  public static void main(String[] arguments) throws IOException {
    Contender contender = Contender.valueOf(arguments[0]);
    Workload workload = Workload.valueOf(arguments[1]);
    int threads = Integer.parseInt(arguments[2]);
    double seconds = Double.parseDouble(arguments[3]);
    System.out.println(measure(contender, workload, threads, seconds).json());
  }

  /** Warms up and measures for the given time each, at least a step. */
  static Measurement measure(Contender contender, Workload workload, int threads, double seconds)
      throws IOException {
    try (Engine engine = contender.engine().open(workload.network(), workload.input(), threads)) {
      return new TrainingWorker(workload, engine).measure(seconds);
    }
  }

  private Measurement measure(double seconds) throws IOException {
    warmUp(seconds);
    steps = 0;
    double cpu = ProcessTime.cpuSeconds();
    double wall = ProcessTime.wallSeconds();
    double compiling = compilingSeconds();
    trainFor(seconds);
    return new Measurement(
        steps,
        ProcessTime.cpuSeconds() - cpu,
        ProcessTime.wallSeconds() - wall,
        compilingSeconds() - compiling,
        loss,
        cpu,
        peakKibibytes(),
        0,
        "Java " + System.getProperty("java.version"));
  }

  /** Trains until the just-in-time compiler has little left to do, or for long. */
  private void warmUp(double seconds) {
    double start = ProcessTime.wallSeconds();
    double share;
    do {
      double wall = ProcessTime.wallSeconds();
      double compiling = compilingSeconds();
      trainFor(seconds);
      share = (compilingSeconds() - compiling) / (ProcessTime.wallSeconds() - wall);
    } while (share > COMPILING && ProcessTime.wallSeconds() - start < LONG * seconds);
  }

  private void trainFor(double seconds) {
    double start = ProcessTime.wallSeconds();
    do {
      engine.beginUpdate(0, steps);
      loss = engine.gradient(batch, gradient, logits);
      update.apply(engine.parameters(), gradient, LEARNING_RATE, steps);
      steps++;
    } while (ProcessTime.wallSeconds() - start < seconds);
  }

  private static Minibatch noise(Workload workload) {
    int size = workload.batch();
    FloatBuffer images = FloatBuffers.direct(size * workload.input().size());
    int[] labels = new int[size];
    Random random = new Random(0);
    for (int i = 0; i < images.limit(); i++) {
      images.put(i, (float) random.nextGaussian());
    }
    for (int i = 0; i < size; i++) {
      labels[i] = random.nextInt(workload.classes());
    }
    return new Minibatch(size, workload.input(), images, labels);
  }

  private static double compilingSeconds() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime() / 1e3;
  }

  private static long peakKibibytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
