package dev.recipe4j.runtime.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.LearningRate.Scaling;
import dev.recipe4j.runtime.Blobs;
import dev.recipe4j.runtime.Engines;
import dev.recipe4j.runtime.Recipes;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.engine.EngineException;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.preflight.CheckResult.Outcome;
import dev.recipe4j.spec.Batch;
import dev.recipe4j.spec.ClassWeights;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.CutMix;
import dev.recipe4j.spec.Dropout;
import dev.recipe4j.spec.GradientClip;
import dev.recipe4j.spec.LabelSmoothing;
import dev.recipe4j.spec.LearningRate;
import dev.recipe4j.spec.Mixup;
import dev.recipe4j.spec.Normalize;
import dev.recipe4j.spec.RecipeSpec;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check finds the fault that it is for, and nothing in a sound recipe. */
class PreflightTest {
  private static final Blobs SPOTS = new Blobs(240, 30);

  private static List<CheckResult> run(ImageData data, EngineFactory engine, Component... changed) {
    return Preflight.of(Recipes.pipeline(Recipes.spots(changed)), data)
        .engine(engine)
        .threads(1)
        .run();
  }

  private static List<CheckResult> run(ImageData data, Component... changed) {
    return run(data, Engines.automatic(), changed);
  }

  private static CheckResult found(List<CheckResult> results, String name) {
    return results.stream().filter(result -> result.name().equals(name)).findFirst().orElseThrow();
  }

  private static void assertFound(
      Outcome outcome, String message, String name, List<CheckResult> results) {
    CheckResult result = found(results, name);
    assertEquals(outcome, result.outcome(), result::toString);
    assertTrue(result.message().contains(message), result::toString);
    assertEquals(outcome != Outcome.OK, result.remedy().isPresent());
    assertEquals(outcome == Outcome.FAILED, Preflight.hasFailed(List.of(result)));
  }

  private static LearningRate rate(double rate) {
    return new LearningRate(
        OptionalDouble.of(rate), OptionalInt.of(16), Scaling.AUTO, OptionalDouble.empty());
  }

  static Stream<List<Component>> sound() {
    return Stream.of(
        List.of(),
        List.of(new LabelSmoothing(0.3), new Mixup(1, OptionalDouble.empty())),
        List.of(new ClassWeights(List.of(0.2, 1.0, 5.0))),
        List.of(
            new ClassWeights(List.of(0.2, 1.0, 5.0)),
            new CutMix(1, OptionalDouble.of(1)),
            new Batch(16, 2, 2, false)),
        List.of(new Dropout(0.5), new Batch(16, 1, 4, false)));
  }

  /** Neither soft labels nor weights nor shards move the loss that is expected. */
  @ParameterizedTest
  @MethodSource
  void sound(List<Component> changed) {
    List<CheckResult> results = run(SPOTS, changed.toArray(Component[]::new));
    assertEquals(9, results.size());
    results.forEach(result -> assertEquals(Outcome.OK, result.outcome(), result::toString));
    assertFalse(Preflight.hasFailed(results));
  }

  @Test
  void aLayerWithoutGradientIsNamed() {
    assertFound(
        Outcome.FAILED,
        "exactly 0 in 2 of 10 tensors, which would never change: conv2 bias, conv2 weight",
        GradientReach.NAME,
        run(SPOTS, ChangedGradientEngine.of("conv2", 0)));
  }

  @Test
  void aGradientThatIsNoNumberIsNamed() {
    List<CheckResult> results = run(SPOTS, ChangedGradientEngine.of("conv1", Float.NaN));
    assertFound(
        Outcome.FAILED,
        "no number in 2 of 10 tensors: conv1 bias, conv1 weight",
        GradientReach.NAME,
        results);
    assertFound(Outcome.FAILED, "NaN", OverfitCheck.NAME, results);
  }

  /** One image with several labels cannot be learned by heart. */
  @Test
  void labelsThatNoImageTells() {
    assertFound(
        Outcome.FAILED,
        "in 200 updates, not below",
        OverfitCheck.NAME,
        run(ChangedData.withImages(SPOTS, i -> SPOTS.train().image(0))));
  }

  @Test
  void tooHighALearningRateExplodes() {
    assertFound(Outcome.FAILED, "explode", OverfitCheck.NAME, run(SPOTS, rate(1000)));
  }

  @Test
  void aClippedGradientMakesItWorseInsteadOfExploding() {
    assertFound(
        Outcome.FAILED,
        "loss",
        OverfitCheck.NAME,
        run(SPOTS, rate(1000), new GradientClip(OptionalDouble.of(1), OptionalDouble.empty())));
  }

  @Test
  void tooLowALearningRateLearnsNothing() {
    assertFound(
        Outcome.FAILED, "in 200 updates, not below", OverfitCheck.NAME, run(SPOTS, rate(1e-7)));
  }

  @Test
  void flatImages() {
    Image flat = new Image(16, 16, 1, filled((byte) 90));
    assertFound(
        Outcome.FAILED,
        "each of 128 images has one value everywhere",
        DataCheck.PIXELS,
        run(ChangedData.withImages(SPOTS, i -> flat)));
    assertFound(
        Outcome.WARNING,
        "128 images have one value everywhere",
        DataCheck.PIXELS,
        run(ChangedData.withImages(SPOTS, i -> i % 2 == 0 ? flat : SPOTS.train().image(i))));
  }

  private static byte[] filled(byte value) {
    byte[] pixels = new byte[16 * 16];
    Arrays.fill(pixels, value);
    return pixels;
  }

  @Test
  void theSameImageAgainAndAgain() {
    assertFound(
        Outcome.FAILED,
        "all of 128 images are the same one",
        DataCheck.PIXELS,
        run(ChangedData.withImages(SPOTS, i -> SPOTS.train().image(7))));
  }

  @Test
  void oneLabel() {
    assertFound(
        Outcome.FAILED,
        "1 of 3 classes among 128",
        DataCheck.LABELS,
        run(ChangedData.withLabels(SPOTS, i -> 1)));
  }

  @Test
  void anotherNormalisation() {
    List<CheckResult> results = run(SPOTS, new Normalize(List.of(0.0), List.of(1e-4)));
    assertFound(Outcome.WARNING, "after normalisation", DataCheck.NORMALISATION, results);
    String remedy = found(results, DataCheck.NORMALISATION).remedy().orElseThrow();
    assertTrue(remedy.startsWith("write @Normalize(mean = {0.2"), remedy);
    assertFound(
        Outcome.FAILED, "sure of itself before it has learned", InitialLossCheck.NAME, results);
  }

  @Test
  void moreImagesThanDeclared() {
    assertFound(
        Outcome.WARNING,
        "3 epochs of 19 updates, 57 in all; by the recipe's @Dataset an epoch has 15",
        ScheduleCheck.NAME,
        run(new Blobs(300, 30)));
  }

  @Test
  void imagesThatAreSlowToLoad() {
    ImageData slow =
        ChangedData.withImages(
            new Blobs(128, 30),
            i -> {
              sleep();
              return SPOTS.train().image(i);
            });
    assertFound(Outcome.WARNING, "waits for images", TimeCheck.NAME, run(slow));
  }

  private static void sleep() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anEngineWithoutMemoryEndsTheChecks() {
    List<CheckResult> results =
        run(
            SPOTS,
            (network, input, threads) -> {
              throw new EngineException("a batch of 16 images needs 900 MB");
            });
    CheckResult last = results.get(results.size() - 1);
    assertFound(Outcome.FAILED, "needs 900 MB", MemoryCheck.NAME, List.of(last));
  }

  @Test
  void memoryIsComparedWithWhatIsFree() {
    long mega = 1 << 20;
    assertFound(
        Outcome.FAILED,
        "about 900 MB beside the Java heap, 800 MB are free",
        MemoryCheck.NAME,
        List.of(MemoryCheck.of(900 * mega, OptionalLong.of(800 * mega), 64)));
    assertFound(
        Outcome.WARNING,
        "900 MB",
        MemoryCheck.NAME,
        List.of(MemoryCheck.of(900 * mega, OptionalLong.of(1000 * mega), 64)));
    assertFound(
        Outcome.OK,
        "900 MB",
        MemoryCheck.NAME,
        List.of(MemoryCheck.of(900 * mega, OptionalLong.of(1126 * mega), 64)));
    assertFound(
        Outcome.OK,
        "not known",
        MemoryCheck.NAME,
        List.of(MemoryCheck.of(900 * mega, OptionalLong.empty(), 64)));
  }

  @Test
  void theScheduleCountsWhatTheLoaderGives() {
    RecipeSpec recipe = Recipes.spots();
    assertFound(
        Outcome.FAILED,
        "3 epochs of 15 updates, 45 in all, but the loader gives 16 batches an epoch",
        ScheduleCheck.NAME,
        List.of(ScheduleCheck.of(recipe.curve(240), 16, recipe.updatesPerEpoch())));
  }

  @Test
  void firstLossesAtTheirBounds() {
    double expected = Math.log(10);
    assertLoss(Outcome.OK, expected + 0.99, false);
    assertLoss(Outcome.WARNING, expected + 1.01, false);
    assertLoss(Outcome.OK, expected + 4.4, true);
    assertLoss(Outcome.FAILED, expected + 4.6, true);
    assertLoss(Outcome.OK, expected - 0.99, false);
    assertLoss(Outcome.WARNING, expected - 1.01, false);
    assertLoss(Outcome.FAILED, Double.NaN, false);
  }

  private static void assertLoss(Outcome outcome, double loss, boolean isPretrained) {
    assertEquals(
        outcome, InitialLossCheck.of(loss, Math.log(10), 10, isPretrained).outcome(), "" + loss);
  }
}
