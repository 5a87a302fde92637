package dev.recipe4j.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.AutoAugment.Policy;
import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.data.Minibatches;
import dev.recipe4j.spec.AutoAugment;
import dev.recipe4j.spec.ColorJitter;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.CutMix;
import dev.recipe4j.spec.Cutout;
import dev.recipe4j.spec.Dataset;
import dev.recipe4j.spec.GridMask;
import dev.recipe4j.spec.HideAndSeek;
import dev.recipe4j.spec.LabelSmoothing;
import dev.recipe4j.spec.Mixup;
import dev.recipe4j.spec.Normalize;
import dev.recipe4j.spec.RandAugment;
import dev.recipe4j.spec.RandomErasing;
import dev.recipe4j.spec.RecipeSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every augmentation from the recipe through its chain to the batch that a network would get: none
 * is written and then does nothing, none differs with the number of threads.
 */
class AugmentedPipelineTest {
  private static final int SIDE = 224;
  private static final int EXAMPLES = 66;
  private static final int BATCH = 16;
  private static final int AFTER_THE_RAMP = 10;

  /** Noise around a ramp of three colours; no sample is the mean, so that only holes are 0. */
  private record Noise() implements Examples {
    @Override
    public int size() {
      return EXAMPLES;
    }

    @Override
    public int label(int index) {
      return index % 3;
    }

    @Override
    public Image image(int index) {
      byte[] pixels = new byte[SIDE * SIDE * 3];
      Random random = new Random(index);
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (byte) (i % 3 * 60 + i / (SIDE * 3) * 60 / SIDE + random.nextInt(40));
      }
      return new Image(SIDE, SIDE, 3, pixels);
    }

    @Override
    public String name(int index) {
      return "noise " + index;
    }
  }

  /** What one epoch brings. */
  private record Epoch(List<float[]> images, List<float[]> targets, int mixedBatches) {}

  private static RecipeSpec recipe(Component... components) {
    List<Component> all = new ArrayList<>(List.of(components));
    all.add(
        new Dataset(
            Optional.empty(),
            3,
            OptionalInt.of(EXAMPLES),
            OptionalInt.empty(),
            OptionalInt.of(SIDE),
            OptionalInt.empty(),
            3,
            Optional.empty()));
    all.add(new Normalize(List.of(0.301, 0.401, 0.501), List.of(0.25, 0.25, 0.25)));
    return Recipes.spots(all.toArray(Component[]::new));
  }

  private static Epoch epoch(RecipeSpec recipe, int epoch, int threads) {
    Batched<?> chain = Chains.train(recipe);
    Minibatches batches = new Minibatches(new Noise(), chain, BATCH, false, 3, threads);
    List<float[]> images = new ArrayList<>();
    List<float[]> targets = new ArrayList<>();
    int mixed = 0;
    try (var pass = batches.shuffled(epoch)) {
      for (int number = 0; pass.hasNext(); number++) {
        Minibatch batch = chain.mixed(pass.next(), Draw.ofBatch(3, epoch, number));
        int size = Math.toIntExact(batch.shape().size());
        for (int i = 0; i < batch.size(); i++) {
          float[] image = new float[size];
          batch.images().get(i * size, image);
          images.add(image);
          float[] target = new float[3];
          batch.target(i, target);
          targets.add(target);
        }
        mixed += batch.isMixed() ? 1 : 0;
      }
    }
    return new Epoch(images, targets, mixed);
  }

  /** Each with the shares of images that change and of elements that become 0. */
  static Stream<Arguments> augmentations() {
    return Stream.of(
        Arguments.of(new AutoAugment(Policy.IMAGENET), 0.6, 1, 0, 0),
        Arguments.of(new AutoAugment(Policy.CIFAR10), 0.6, 1, 0, 0),
        Arguments.of(new RandAugment(2, 5), 0.9, 1, 0, 0),
        Arguments.of(new ColorJitter(0.4, 0.4, 0.4, 0.1), 0.99, 1, 0, 0),
        Arguments.of(new Cutout(112), 1, 1, 0.16, 0.22),
        Arguments.of(new RandomErasing(0.5, 0.02, 0.4, 0.3), 0.3, 0.7, 0.03, 0.17),
        Arguments.of(new HideAndSeek(), 0.6, 0.95, 0.28, 0.52),
        Arguments.of(new GridMask(96, 224, 0.5, OptionalInt.of(AFTER_THE_RAMP)), 1, 1, 0.72, 0.78),
        Arguments.of(new Mixup(1, OptionalDouble.empty()), 0.7, 1, 0, 0),
        Arguments.of(new CutMix(1, OptionalDouble.empty()), 0.7, 1, 0, 0));
  }

  @ParameterizedTest
  @MethodSource("augmentations")
  void changesWhatTheNetworkSees(
      Component augmentation, double fewest, double most, double leastZero, double mostZero) {
    Epoch plain = epoch(recipe(), AFTER_THE_RAMP, 1);
    Epoch augmented = epoch(recipe(augmentation), AFTER_THE_RAMP, 1);
    assertEquals(EXAMPLES, augmented.images().size());
    int changed = 0;
    long zeros = 0;
    for (int i = 0; i < EXAMPLES; i++) {
      changed += Arrays.equals(plain.images().get(i), augmented.images().get(i)) ? 0 : 1;
      for (float value : augmented.images().get(i)) {
        assertTrue(Float.isFinite(value));
        zeros += value == 0 ? 1 : 0;
      }
    }
    double share = (double) changed / EXAMPLES;
    double zeroShare = (double) zeros / EXAMPLES / (3 * SIDE * SIDE);
    assertTrue(share >= fewest && share <= most, share + " of the images were changed");
    assertTrue(zeroShare >= leastZero && zeroShare <= mostZero, zeroShare + " became 0");
  }

  @ParameterizedTest
  @MethodSource("augmentations")
  void doesNotDependOnTheThreads(Component augmentation) {
    Epoch one = epoch(recipe(augmentation), AFTER_THE_RAMP, 1);
    Epoch three = epoch(recipe(augmentation), AFTER_THE_RAMP, 3);
    for (int i = 0; i < EXAMPLES; i++) {
      assertArrayEquals(one.images().get(i), three.images().get(i));
      assertArrayEquals(one.targets().get(i), three.targets().get(i));
    }
    Epoch next = epoch(recipe(augmentation), AFTER_THE_RAMP + 1, 3);
    int same = 0;
    for (float[] image : next.images()) {
      same += one.images().stream().anyMatch(other -> Arrays.equals(image, other)) ? 1 : 0;
    }
    assertTrue(same < EXAMPLES, "two epochs are alike");
  }

  @Test
  void mixesSoftenTheLabels() {
    Epoch plain = epoch(recipe(), 1, 1);
    for (Component mix :
        List.of(new Mixup(1, OptionalDouble.empty()), new CutMix(1, OptionalDouble.empty()))) {
      Epoch mixed = epoch(recipe(mix), 1, 1);
      // The last batch has two examples, which are each other's partners or not mixed.
      assertTrue(mixed.mixedBatches() >= 3, mixed.mixedBatches() + " batches were mixed");
      int soft = 0;
      for (int i = 0; i < EXAMPLES; i++) {
        float[] target = mixed.targets().get(i);
        assertEquals(1, target[0] + target[1] + target[2], 1e-6);
        soft += Arrays.equals(plain.targets().get(i), target) ? 0 : 1;
      }
      assertTrue(soft > EXAMPLES / 4, soft + " labels were mixed");
    }
  }

  @Test
  void smoothingSpreadsEveryLabel() {
    Epoch smoothed = epoch(recipe(new LabelSmoothing(0.3)), 1, 1);
    for (float[] target : smoothed.targets()) {
      float[] sorted = target.clone();
      Arrays.sort(sorted);
      assertArrayEquals(new float[] {0.1f, 0.1f, 0.8f}, sorted, 1e-6f);
    }
    assertEquals(0, smoothed.mixedBatches());
  }

  @Test
  void twoMixesShareTheBatches() {
    RecipeSpec both =
        RecipeSpec.of(
            Stream.concat(
                    recipe(new Mixup(0.4, OptionalDouble.of(0.2))).components().stream(),
                    Stream.of(new CutMix(1, OptionalDouble.empty())))
                .toList());
    String chain = Chains.train(both).toString();
    assertTrue(
        chain.endsWith("Mixup[alpha=0.4, probability=0.2] > CutMix[alpha=1.0, probability=0.8]"),
        chain);
  }

  @Test
  void nothingRandomHappensToAnImageThatIsEvaluated() {
    String plain = Chains.evaluation(recipe()).toString();
    augmentations()
        .map(arguments -> (Component) arguments.get()[0])
        .forEach(
            augmentation ->
                assertEquals(plain, Chains.evaluation(recipe(augmentation)).toString()));
    assertFalse(Chains.train(recipe(new Cutout(3))).toString().equals(plain));
  }
}
