package dev.recipe4j.runtime.cli;

import static dev.recipe4j.runtime.cli.Terminal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.cli.Terminal.Outcome;
import org.junit.jupiter.api.Test;

/** {@code port} and {@code diff}: what changes with the batch, and what follows from a change. */
class PortTest {
  @Test
  void aReferencePairIsScaled() {
    Outcome outcome = Terminal.run("port", "resnet50-imagenet", "--batch", "1024");
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertContains(outcome, "batch 256 -> 1024");
    assertContains(outcome, "  peak learning rate 0.1 -> 0.4");
    assertContains(outcome, "  updates per epoch 5,005 -> 1,252");
    assertContains(outcome, "import dev.recipe4j.recipes.imagenet.ResNet50ImageNet;\n");
    assertContains(
        outcome,
        """
        @Recipe
        @Batch(1024)
        public interface ResNet50ImageNetBatch1024 extends ResNet50ImageNet {}
        """);
    assertContains(outcome, "recipe4j train resnet50-imagenet --set batch=1024");
  }

  @Test
  void theSameBatchNeedsNothing() {
    Outcome outcome = Terminal.run("port", "resnet50-imagenet", "--batch", "256");
    assertEquals("resnet50-imagenet has a batch of 256 already\n", outcome.out());
  }

  @Test
  void whatTheRulesSayOfTheNewBatchIsSaid() {
    Outcome outcome = Terminal.run("port", "fashion-mnist-lenet", "--batch", "70000");
    assertContains(outcome, "[BATCH_EXCEEDS_DATA]");
  }

  @Test
  void wrongUse() {
    assertRefused(2, "--batch must be 1 or more, not 0", "port", "resnet50-imagenet", "--batch", 0);
    assertRefused(2, "did you mean", "port", "resnet5-imagenet", "--batch", 64);
    assertRefused(2, "name another recipe, or values", "diff", "resnet50-imagenet");
  }

  @Test
  void aShorterTrainingNeverReachesItsBoundaries() {
    Outcome outcome = Terminal.run("diff", "resnet50-imagenet", "--set", "epochs=60");
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertContains(outcome, "set: epochs=60");
    assertContains(outcome, "+ error: [BOUNDARY_UNREACHED] boundaries 60 and 90 are never reached");
  }

  @Test
  void twoRecipesDifferInValuesAndInWhatFollows() {
    Outcome outcome =
        Terminal.run("diff", "fashion-mnist-lenet", "fashion-mnist-mobilenetv1-x0-25");
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertContains(outcome, "epochs 16 -> 30\n");
    assertContains(outcome, "model @LeNet -> @MobileNetV1(width = 0.25, style = PADDLE)\n");
    assertContains(outcome, "  parameters 61,706 -> 215,498\n");
    assertContains(outcome, "- info: [L2_SMALL_MODEL] ");
  }

  @Test
  void aRecipeDoesNotDifferFromItself() {
    Outcome outcome = Terminal.run("diff", "resnet50-imagenet", "resnet50-imagenet");
    assertEquals("no value differs\n", outcome.out());
  }

  private static void assertContains(Outcome outcome, String text) {
    assertTrue(outcome.out().contains(text), text + "\nis not in\n" + outcome.out());
  }
}
