package dev.recipe4j.examples;

import dev.recipe4j.recipes.fashionmnist.FashionMnistLeNetPipeline;
import dev.recipe4j.recipes.fashionmnist.FashionMnistSample;
import dev.recipe4j.runtime.Classifier;
import dev.recipe4j.runtime.TrainingRun;
import java.nio.file.Path;

/** Trains the quick start from Java and classifies pictures with what it learned. */
public final class TrainAndClassify {
  private TrainAndClassify() {}

  /**
   * Trains into a new directory, then classifies.
   *
   * @param arguments the directory of the run, then image files
   */
  public static void main(String[] arguments) {
    TrainingRun run =
        FashionMnistLeNetPipeline.on(new FashionMnistSample().open())
            .out(Path.of(arguments[0]))
            .train();

    try (Classifier classifier = Classifier.load(run)) {
      for (int i = 1; i < arguments.length; i++) {
        System.out.println(
            arguments[i] + ": " + classifier.classify(Path.of(arguments[i])).label());
      }
    }
  }
}
