package dev.recipe4j.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.ClassNames;
import dev.recipe4j.ClassWeights;
import dev.recipe4j.Dataset;
import dev.recipe4j.EvaluationCrop;
import dev.recipe4j.L2Decay;
import dev.recipe4j.LeNet;
import dev.recipe4j.MobileNetV1;
import dev.recipe4j.Normalize;
import dev.recipe4j.PadAndCrop;
import dev.recipe4j.RandomResizedCrop;
import dev.recipe4j.RecipeFixture;
import dev.recipe4j.ResNet;
import dev.recipe4j.ResizeTo;
import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules on classes, regularisation and images, at their boundaries. */
class DataRulesTest {
  private static final RecipeFixture SOUND = RecipeFixture.resnet50();

  private static RecipeFixture data(String fact, int value) {
    return SOUND.with(Dataset.class, "classes", 1000, fact, value);
  }

  private static void assertFires(boolean expected, RecipeFixture recipe, Rule rule) {
    assertEquals(expected, !recipe.findings(rule).isEmpty(), () -> rule.toString());
  }

  @Nested
  class ClassesMismatch {
    private RecipeFixture recipe(int classes, String... names) {
      return SOUND
          .with(Dataset.class, "classes", classes)
          .with(ClassNames.class, "value", List.of(names));
    }

    @Test
    void countsTheNames() {
      assertFires(false, recipe(2, "cat", "dog"), Rule.CLASSES_MISMATCH);
      Finding finding = recipe(3, "cat", "dog").finding();
      assertEquals("2 class names are given for 3 classes", finding.message());
      assertEquals("write classes = 2, or 3 names", finding.fix());
      assertEquals(Severity.ERROR, finding.severity());
    }

    @Test
    void countsTheWeights() {
      RecipeFixture weighted = SOUND.with(Dataset.class, "classes", 3);
      assertFires(false, weighted.with(ClassWeights.class), Rule.CLASSES_MISMATCH);
      assertFires(
          false,
          weighted.with(ClassWeights.class, "value", List.of(1.0, 2.0, 0.5)),
          Rule.CLASSES_MISMATCH);
      Finding finding = weighted.with(ClassWeights.class, "value", List.of(1.0, 2.0)).finding();
      assertEquals("2 class weights are given for 3 classes", finding.message());
      assertEquals("write classes = 2, or 3 weights", finding.fix());
    }

    @Test
    void aWeightIsAboveZero() {
      assertFires(
          true,
          SOUND
              .with(Dataset.class, "classes", 2)
              .with(ClassWeights.class, "value", List.of(1.0, 0.0)),
          Rule.VALUE_RANGE);
    }
  }

  @Nested
  class ClassNamesSuspect {
    private RecipeFixture recipe(String... names) {
      return SOUND
          .with(Dataset.class, "classes", names.length)
          .with(ClassNames.class, "value", List.of(names));
    }

    @Test
    void oneSplitAloneMayBeAClass() {
      assertFires(false, recipe("train", "bus"), Rule.CLASS_NAMES_SUSPECT);
      Finding finding = recipe("Train", "val ", "bus").finding();
      assertEquals(
          "2 of 3 class names look like parts of a data set, not like classes: Train, val ",
          finding.message());
      assertEquals("name the folders inside Train, which hold the classes", finding.fix());
    }

    @Test
    void litterIsNoClass() {
      assertEquals(
          "1 of 2 class names look like folders of the system, not like classes: __MACOSX",
          recipe("cat", "__MACOSX").finding().message());
    }
  }

  @Nested
  class L2SmallModel {
    @ParameterizedTest
    @CsvSource({"1e-4, true", "9.9e-5, false"})
    void firesFrom1em4(double l2, boolean fires) {
      RecipeFixture small = SOUND.with(MobileNetV1.class).with(L2Decay.class, "value", l2);
      assertFires(fires, small, Rule.L2_SMALL_MODEL);
      assertFires(false, SOUND.with(L2Decay.class, "value", l2), Rule.L2_SMALL_MODEL);
    }

    @Test
    void saysTheNumbers() {
      Finding finding =
          SOUND
              .with(MobileNetV1.class, "width", 0.25)
              .with(L2Decay.class, "value", 1e-4)
              .findings(Rule.L2_SMALL_MODEL)
              .get(0);
      assertEquals(
          "l2 1e-4 for 470072 parameters, fewer than 5 million: small networks did better with"
              + " 1e-5 to 4e-5",
          finding.message());
    }
  }

  @Nested
  class L2DataSize {
    @ParameterizedTest
    @CsvSource({
      "9999, 9.9e-5, true",
      "9999, 1e-4, false",
      "10000, 9.9e-5, false",
      "1000000, 1.1e-4, false",
      "1000001, 1.1e-4, true",
      "1000001, 1e-4, false"
    })
    void firesOnLittleAndOnMuchData(int examples, double l2, boolean fires) {
      assertFires(
          fires,
          data("trainExamples", examples).with(L2Decay.class, "value", l2),
          Rule.L2_DATA_SIZE);
    }

    @Test
    void saysTheNumbers() {
      assertEquals(
          "l2 1e-5 for 5000 examples, fewer than 10000: more decay may do better",
          data("trainExamples", 5000)
              .with(L2Decay.class, "value", 1e-5)
              .findings(Rule.L2_DATA_SIZE)
              .get(0)
              .message());
    }
  }

  @Nested
  class CropScaleSmallModel {
    @ParameterizedTest
    @CsvSource({
      "0.25, 0.08, 0.75, true",
      "0.25, 0.2, 0.75, false",
      "0.25, 0.19, 0.75, true",
      "0.25, 0.08, 0.8, false",
      "0.75, 0.08, 0.75, false" // 2.6 million parameters
    })
    void firesOnSmallCropsAtAllRatios(
        double width, double minScale, double minRatio, boolean fires) {
      RecipeFixture recipe =
          SOUND
              .with(MobileNetV1.class, "width", width)
              .with(
                  RandomResizedCrop.class,
                  "value",
                  224,
                  "minScale",
                  minScale,
                  "minRatio",
                  minRatio);
      assertFires(fires, recipe, Rule.CROP_SCALE_SMALL_MODEL);
    }
  }

  @Nested
  class DecayOnNorm {
    @Test
    void countsTheParameters() {
      RecipeFixture decayed = SOUND.with(L2Decay.class, "value", 1e-4);
      assertEquals(
          "weight decay applies to the 54120 parameters of normalisation and bias among 25557032",
          decayed.findings(Rule.DECAY_ON_NORM).get(0).message());
      RecipeFixture not = SOUND.with(L2Decay.class, "value", 1e-4, "normAndBias", false);
      assertTrue(
          not.findings(Rule.DECAY_ON_NORM)
              .get(0)
              .message()
              .contains("does not apply to the 54120"));
      assertFires(false, SOUND, Rule.DECAY_ON_NORM);
    }
  }

  @Nested
  class CropExceedsImage {
    @ParameterizedTest
    @CsvSource({"112, false", "111, true"})
    void firesAboveTwiceTheSide(int side, boolean fires) {
      assertFires(fires, data("smallestSide", side), Rule.CROP_EXCEEDS_IMAGE);
      assertFires(fires, data("imageSize", side), Rule.CROP_EXCEEDS_IMAGE);
      assertFires(
          fires,
          data("imageSize", side).with(ResizeTo.class, "value", 224),
          Rule.CROP_EXCEEDS_IMAGE);
    }

    @ParameterizedTest
    @CsvSource({"31, false", "32, true"})
    void aPaddingIsSmallerThanTheImage(int pad, boolean fires) {
      RecipeFixture recipe =
          data("imageSize", 32)
              .with(ResNet.class, "depth", 18, "stem", "SMALL")
              .with(PadAndCrop.class, "pad", pad);
      assertFires(fires, recipe, Rule.CROP_EXCEEDS_IMAGE);
    }

    @Test
    void saysTheNumbers() {
      Finding finding = data("smallestSide", 100).finding();
      assertEquals(
          "a training crop of 224 pixels is more than twice the smallest image side of 100: images"
              + " are enlarged without detail",
          finding.message());
      assertEquals("train on crops of 200 pixels or less", finding.fix());
      Finding padding = data("imageSize", 64).with(PadAndCrop.class, "pad", 64).finding();
      assertEquals(
          "a padding of 64 pixels is as large as the image side of 64: crops may show nothing of"
              + " the image",
          padding.message());
      assertEquals("write @PadAndCrop(pad = 8) or less", padding.fix());
      assertEquals(Severity.ERROR, padding.severity());
    }
  }

  @Nested
  class InputTooSmall {
    @ParameterizedTest
    @CsvSource({"33, ", "32, WARNING", "1, WARNING"})
    void aResNetPoolsMoreThanAPixel(int side, Severity expected) {
      List<Finding> findings =
          SOUND.with(RandomResizedCrop.class, "value", side).findings(Rule.INPUT_TOO_SMALL);
      assertEquals(
          expected == null ? List.of() : List.of(expected),
          findings.stream().map(Finding::severity).toList());
    }

    @Test
    void saysTheSmallestSizeThatIsLargeEnough() {
      Finding finding = SOUND.with(RandomResizedCrop.class, "value", 32).finding();
      assertEquals(
          "an input of 3x32x32 leaves 1x1 to layer stage4.block2.conv2.conv of ResNet50, which"
              + " slides over one pixel",
          finding.message());
      assertEquals("train on 33 pixels or more, as with @RandomResizedCrop(33)", finding.fix());
    }

    /** LeNet: 11 pixels are 5, 1 and, with a 2x2 pooling, none. */
    @ParameterizedTest
    @CsvSource({"12, ", "11, ERROR", "4, ERROR"})
    void aSizeOfZeroIsAnErrorAndNoCrash(int side, Severity expected) {
      RecipeFixture recipe =
          SOUND
              .with(LeNet.class)
              .with(RandomResizedCrop.class, "value", side)
              .with(L2Decay.class, "value", 1e-4);
      List<Finding> findings = recipe.findings(Rule.INPUT_TOO_SMALL);
      assertEquals(
          expected == null ? List.of() : List.of(expected),
          findings.stream().map(Finding::severity).toList());
      if (expected != null) {
        assertTrue(
            findings
                .get(0)
                .message()
                .startsWith(
                    "an input of 3x%dx%d does not fit the network: LeNet, layer"
                        .formatted(side, side)));
        assertEquals(
            "train on 12 pixels or more, as with @RandomResizedCrop(12)", findings.get(0).fix());
      }
    }

    @Test
    void anInputTooLargeToCountIsNoCrash() {
      Finding finding =
          SOUND.with(LeNet.class).with(RandomResizedCrop.class, "value", 1_000_000).finding();
      assertEquals(Rule.INPUT_TOO_SMALL, finding.rule());
      assertEquals("choose another input size or another network", finding.fix());
    }
  }

  @Nested
  class ChannelsMismatch {
    private RecipeFixture recipe(int channels, int means, int deviations) {
      return data("channels", channels)
          .with(
              Normalize.class,
              "mean",
              Collections.nCopies(means, 0.5),
              "std",
              Collections.nCopies(deviations, 0.5));
    }

    @ParameterizedTest
    @CsvSource({
      "3, 3, 3, false",
      "1, 1, 1, false",
      "3, 3, 1, true",
      "3, 1, 3, true",
      "1, 3, 3, true"
    })
    void countsBoth(int channels, int means, int deviations, boolean fires) {
      assertFires(fires, recipe(channels, means, deviations), Rule.CHANNELS_MISMATCH);
    }

    @Test
    void saysTheNumbers() {
      Finding finding = recipe(1, 3, 3).finding();
      assertEquals(
          "@Normalize has 3 means and 3 standard deviations for 1 channel", finding.message());
      assertEquals("write 1 of each, or channels = 3 if the images have them", finding.fix());
      assertEquals("write 3 of each", recipe(3, 3, 1).finding().fix());
    }
  }

  @Nested
  class EvaluationSize {
    @ParameterizedTest
    @CsvSource({
      "256, 224, ",
      "256, 223, WARNING",
      "256, 225, INFO",
      "384, 336, INFO",
      "384, 337, WARNING",
      "223, 224, WARNING"
    })
    void isThatOfTrainingOrALittleMore(int resize, int crop, Severity expected) {
      assertEquals(
          expected == null ? List.of() : List.of(expected),
          SOUND
              .with(EvaluationCrop.class, "resize", resize, "crop", crop)
              .findings(Rule.EVALUATION_SIZE)
              .stream()
              .map(Finding::severity)
              .toList());
    }

    @Test
    void saysTheNumbers() {
      Finding finding = SOUND.with(EvaluationCrop.class, "resize", 256, "crop", 192).finding();
      assertEquals("evaluation crop 192 is 0.86 times the training size 224", finding.message());
      assertEquals("write crop = 224, resize = 256, or drop @EvaluationCrop", finding.fix());
      assertEquals(
          "resize 200 is smaller than crop 224: the crop reaches beyond the image",
          SOUND.with(EvaluationCrop.class, "resize", 200, "crop", 224).finding().message());
    }
  }
}
