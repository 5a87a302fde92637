package dev.recipe4j.recipes.fashionmnist;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.TrainingRun;
import dev.recipe4j.runtime.data.ImageData;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What README promises of its first command. */
class QuickStartTest {
  /** Property: a folder with the four IDX files of Fashion-MNIST. */
  private static final String WHOLE = "recipe4j.fashionmnist";

  @TempDir Path folder;

  @Test
  void theEmbeddedPartReaches88Percent() {
    assertReaches(0.88, new FashionMnistSample().open());
  }

  @Test
  @EnabledIfSystemProperty(named = WHOLE, matches = ".+")
  void all60000ImagesReach91Percent() {
    assertReaches(0.91, ImageData.at(Path.of(System.getProperty(WHOLE))));
  }

  private void assertReaches(double accuracy, ImageData data) {
    TrainingRun run = FashionMnistLeNetPipeline.on(data).out(folder.resolve("run")).train();
    double last = run.last().testTop1().orElseThrow();
    assertTrue(last >= accuracy, "accuracy " + last);
  }
}
