package dev.recipe4j.bench;

import dev.recipe4j.LearningRate.Scaling;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.Training;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.train.TrainingListener;
import dev.recipe4j.spec.Batch;
import dev.recipe4j.spec.Checkpoint;
import dev.recipe4j.spec.ConstantRate;
import dev.recipe4j.spec.Dataset;
import dev.recipe4j.spec.L2Decay;
import dev.recipe4j.spec.LearningRate;
import dev.recipe4j.spec.Momentum;
import dev.recipe4j.spec.Normalize;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A whole training as users start it, of noise in memory, and what its steps cost: from the first
 * update of an epoch to its last, with loading, without evaluation and checkpoints.
 */
final class LoopRun {
  /** Of an epoch. */
  static final int BATCHES = 64;

  static final long SEED = 1;

  /** So small that nothing diverges or is learned by heart. */
  static final double LEARNING_RATE = 1e-4;

  private final Workload workload;
  private final int epochs;

  LoopRun(Workload workload, int epochs) {
    this.workload = workload;
    this.epochs = epochs;
  }

  /** Steps that a measurement takes. */
  int steps() {
    return epochs * (BATCHES - 1);
  }

  /** Trains once. */
  StepCost measure() throws IOException {
    Path out = Files.createTempDirectory("recipe4j-loop");
    try {
      Clock clock = new Clock();
      Training.of(pipeline(workload, epochs), data(workload))
          .engine(Contender.COMPILED.engine())
          .threads(1)
          .out(out)
          .listener(clock)
          .train();
      return new StepCost(clock.cpu / clock.steps, clock.wall / clock.steps);
    } finally {
      remove(out);
    }
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  /**
   * Adds up the time from the first update of an epoch to its last; asking for CPU time after each
   * would cost as much as what is measured.
   */
  private static final class Clock implements TrainingListener {
    private double cpu;
    private double wall;
    private long steps;

    @Override
    public void updated(
        int epoch, long update, double learningRate, double loss, double imagesPerSecond) {
      if (update % BATCHES == 0) {
        cpu -= ProcessTime.cpuSeconds();
        wall -= ProcessTime.wallSeconds();
      } else if (update % BATCHES == BATCHES - 1) {
        cpu += ProcessTime.cpuSeconds();
        wall += ProcessTime.wallSeconds();
        steps += BATCHES - 1;
      }
    }
  }

  static RecipeSpec recipe(Workload workload, int epochs) {
    int channels = workload.input().channels();
    return RecipeSpec.of(
        new Recipe("loop", epochs, SEED, epochs),
        workload.model(),
        new Dataset(
            Optional.empty(),
            workload.classes(),
            OptionalInt.of(BATCHES * workload.batch()),
            OptionalInt.empty(),
            OptionalInt.of(workload.input().height()),
            OptionalInt.empty(),
            channels,
            Optional.empty()),
        new Batch(workload.batch(), 1, 1, false),
        new LearningRate(
            OptionalDouble.of(LEARNING_RATE),
            OptionalInt.of(workload.batch()),
            Scaling.AUTO,
            OptionalDouble.empty()),
        new Momentum(0.9),
        new Checkpoint(epochs, 1),
        new ConstantRate(),
        new L2Decay(1e-4, true),
        new Normalize(Collections.nCopies(channels, 0.5), Collections.nCopies(channels, 0.29)));
  }

  static Pipeline pipeline(Workload workload, int epochs) {
    return Pipeline.of(recipe(workload, epochs));
  }

  static ImageData data(Workload workload) {
    return new Noise(
        noise(workload, BATCHES * workload.batch()), noise(workload, workload.batch()), workload);
  }

  private static Examples noise(Workload workload, int size) {
    Random random = new Random(SEED);
    List<Image> images =
        IntStream.range(0, size)
            .mapToObj(
                i -> {
                  byte[] pixels = new byte[Math.toIntExact(workload.input().size())];
                  random.nextBytes(pixels);
                  return new Image(
                      workload.input().height(),
                      workload.input().width(),
                      workload.input().channels(),
                      pixels);
                })
            .toList();
    return new Pictures(images, workload.classes());
  }

  private record Pictures(List<Image> images, int classes) implements Examples {
    @Override
    public int size() {
      return images.size();
    }

    @Override
    public int label(int index) {
      return index % classes;
    }

    @Override
    public Image image(int index) {
      return images.get(index);
    }

    @Override
    public String name(int index) {
      return "noise " + index;
    }
  }

  private record Noise(Examples train, Examples validation, Workload workload)
      implements ImageData {
    @Override
    public int classes() {
      return workload.classes();
    }

    @Override
    public Optional<List<String>> classNames() {
      return Optional.empty();
    }

    @Override
    public String description() {
      return "noise";
    }
  }
}
