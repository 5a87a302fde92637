package ${package};

import dev.recipe4j.runtime.Classifier;
import java.nio.file.Path;

/** Says what photos show: the directory of a run, then the photos. */
public final class Classify {
  private Classify() {}

  public static void main(String[] arguments) {
    try (Classifier classifier = Classifier.load(Path.of(arguments[0]))) {
      for (int i = 1; i < arguments.length; i++) {
        System.out.println(
            arguments[i] + ": " + classifier.classify(Path.of(arguments[i])).label());
      }
    }
  }
}
