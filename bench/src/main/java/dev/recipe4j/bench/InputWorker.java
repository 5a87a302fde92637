package dev.recipe4j.bench;

import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.augment.Decoded;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.runtime.data.ImageFolder;
import dev.recipe4j.runtime.data.MinibatchIterator;
import dev.recipe4j.runtime.data.Minibatches;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads photos into batches and prints an {@link InputMeasurement} on one line. {@code input.py}
 * does the same with torchvision.
 */
final class InputWorker {
  private static final int BATCH = 64;

  /** Warm-up in units of the time of a measurement: the compiler of the virtual machine is late. */
  private static final int WARM_UPS = 4;

  private final Minibatches batches;
  private int epoch;

  /** What happens to a photo. */
  enum Chain {
    CROP_AND_FLIP("crop and flip"),
    RANDAUGMENT("crop, flip, RandAugment");

    private final String title;

    Chain(String title) {
      this.title = title;
    }

    /** Name for people. */
    String title() {
      return title;
    }

    private Decoded policy(Decoded images) {
      return this == RANDAUGMENT ? images.randAugment(2, 5) : images;
    }
  }

  private InputWorker(Examples photos, Chain chain, int threads) {
    Batched<HardLabels> loader =
        chain
            .policy(
                Decoded.images(3).randomResizedCrop(224, 0.08, 1, 3.0 / 4, 4.0 / 3).randomFlip(0.5))
            .normalize(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225))
            .batched();
    this.batches = new Minibatches(photos, loader, BATCH, false, 1, threads);
  }

  /**
   * Measures once.
   *
   * @param arguments folder with photos in a folder for each class, chain, threads, seconds
   */
  public static void main(String[] arguments) throws IOException {
    Examples photos = ImageFolder.at(Path.of(arguments[0])).train();
    Chain chain = Chain.valueOf(arguments[1]);
    InputWorker worker = new InputWorker(photos, chain, Integer.parseInt(arguments[2]));
    System.out.println(worker.measure(Double.parseDouble(arguments[3])).json());
  }

  private InputMeasurement measure(double seconds) {
    for (int i = 0; i < WARM_UPS; i++) {
      load(seconds);
    }
    double cpu = ProcessTime.cpuSeconds();
    double wall = ProcessTime.wallSeconds();
    int images = load(seconds);
    return new InputMeasurement(
        images,
        ProcessTime.cpuSeconds() - cpu,
        ProcessTime.wallSeconds() - wall,
        "Java " + System.getProperty("java.version"));
  }

  /** Loads whole epochs. */
  private int load(double seconds) {
    int images = 0;
    double start = ProcessTime.wallSeconds();
    do {
      epoch++;
      try (MinibatchIterator pass = batches.shuffled(epoch)) {
        while (pass.hasNext()) {
          images += pass.next().size();
        }
      }
    } while (ProcessTime.wallSeconds() - start < seconds);
    return images;
  }
}
