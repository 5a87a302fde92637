package dev.recipe4j.rules;

import static dev.recipe4j.RecipeFixture.messages;
import static dev.recipe4j.RecipeFixture.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.recipe4j.*;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredWeights;
import dev.recipe4j.declaration.Origin;
import dev.recipe4j.declaration.Setting;
import dev.recipe4j.declaration.SettingException;
import dev.recipe4j.declaration.Settings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules on recipes that start from published weights, at their boundaries. */
class TransferRulesTest {
  private static final RecipeFixture SOUND = RecipeFixture.resnet50();
  private static final RecipeFixture ANEW = SOUND.without(Slot.NORMALIZE);
  private static final RecipeFixture TUNED = from(ANEW, "depth", 50);

  /** With weights of a ResNet, everything but the classifier trained. */
  private static RecipeFixture from(RecipeFixture recipe, Object... membersOfResNet) {
    return recipe.with(
        Pretrained.class,
        "value",
        RecipeFixture.weights("Published", ResNet.class, membersOfResNet));
  }

  private static RecipeFixture freezing(String... stages) {
    return ANEW.with(
        Pretrained.class,
        "value",
        RecipeFixture.weights("Published", ResNet.class, "depth", 50),
        "freeze",
        List.of(stages));
  }

  private static RecipeFixture rated(int examples, int batch, double peak) {
    return TUNED
        .with(Dataset.class, "classes", 1000, "trainExamples", examples)
        .with(Batch.class, "value", batch)
        .with(LearningRate.class, "reference", peak, "referenceBatch", batch);
  }

  @Nested
  class Weights {
    @Test
    void bringTheirNormalisation() {
      assertEquals(List.of(), rules(TUNED));
      assertEquals(
          List.of(Rule.CHANNELS_MISMATCH),
          rules(TUNED.with(Dataset.class, "classes", 10, "channels", 1)).stream()
              .sorted(java.util.Comparator.comparing(Rule::name))
              .toList());
      assertEquals(
          List.of("the weights Published take images of 3 channels, the data set has 1"),
          messages(
              TUNED.with(Dataset.class, "classes", 10, "channels", 1), Rule.CHANNELS_MISMATCH));
    }

    @Test
    void areDeclaredByTheirMarkerType() {
      assertEquals(
          List.of("Bare has no @Weights: nothing is known of the file"),
          messages(
              marked(new DeclaredWeights("com.acme.Bare", Optional.empty(), List.of())),
              Rule.OPEN_COMPONENT));
      DeclaredWeights sound = RecipeFixture.weights("Two", ResNet.class, "depth", 50);
      assertEquals(
          List.of("Two has no network: weights belong to one network"),
          messages(
              marked(new DeclaredWeights("Two", sound.weights(), List.of())), Rule.OPEN_COMPONENT));
      DeclaredComponent network = sound.networks().get(0);
      RecipeFixture two =
          marked(new DeclaredWeights("Two", sound.weights(), List.of(network, network)));
      assertEquals(
          List.of("Two has 2 networks (@ResNet, @ResNet): weights belong to one network"),
          messages(two, Rule.OPEN_COMPONENT));
      // One cause, one finding: it is not said besides that the normalisation is missing.
      assertEquals(
          List.of(Rule.OPEN_COMPONENT),
          rules(two.without(Slot.CLASS_NAMES)).stream()
              .filter(rule -> rule != Rule.NO_RUNTIME)
              .toList());
    }

    @Test
    void haveValuesInRange() {
      assertEquals(
          List.of(
              "classes of @Weights is 1, but must be at least 2, on W",
              "std[1] of @Normalize is 0, but must be greater than 0, on W",
              "checksum of @Weights is 'abc', but must be sha256: and 64 hexadecimal digits, or md5: and 32, on W",
              "normalize of @Weights has 3 means and 2 standard deviations for 3 channels, on W"),
          messages(marked(weights(1, "abc", List.of(1.0, 0.0))), Rule.VALUE_RANGE));
    }

    /** MD5, which Keras gives, and digits in capitals. */
    @Test
    void haveAChecksumWithItsAlgorithm() {
      for (String checksum : List.of("sha256:" + "aB".repeat(32), "md5:" + "0".repeat(32))) {
        assertEquals(
            List.of(),
            messages(marked(weights(10, checksum, List.of(1.0, 1.0, 1.0))), Rule.VALUE_RANGE));
      }
      for (String checksum :
          List.of("0".repeat(64), "md5:" + "0".repeat(64), "sha256:" + "g".repeat(64))) {
        assertEquals(
            List.of(
                "checksum of @Weights is '%s', but must be sha256: and 64 hexadecimal digits, or md5: and 32, on W"
                    .formatted(checksum)),
            messages(marked(weights(10, checksum, List.of(1.0, 1.0, 1.0))), Rule.VALUE_RANGE));
      }
    }

    private static DeclaredWeights weights(int classes, String checksum, List<Double> std) {
      Origin origin = Origin.of("W");
      return new DeclaredWeights(
          "W",
          Optional.of(
              RecipeFixture.component(
                  origin,
                  dev.recipe4j.Weights.class,
                  "classes",
                  classes,
                  "checksum",
                  checksum,
                  "origin",
                  "published",
                  "normalize",
                  RecipeFixture.component(
                      origin, Normalize.class, "mean", List.of(.5, .5, .5), "std", std))),
          List.of(RecipeFixture.component(origin, ResNet.class, "depth", 50)));
    }

    private static RecipeFixture marked(DeclaredWeights weights) {
      return ANEW.with(Pretrained.class, "value", weights);
    }
  }

  @Nested
  class HeadShape {
    @Test
    void anotherNumberOfClasses() {
      assertEquals(List.of(), messages(TUNED, Rule.HEAD_SHAPE));
      assertEquals(
          List.of(
              "the weights Published tell 1000 classes apart, the data set has 999: their classifier is left out and one of 999 starts anew"),
          messages(TUNED.with(Dataset.class, "classes", 999), Rule.HEAD_SHAPE));
    }
  }

  @Nested
  class WeightsNetwork {
    @Test
    void everyMemberCounts() {
      assertEquals(List.of(), messages(TUNED, Rule.WEIGHTS_NETWORK));
      Finding finding =
          TUNED
              .with(ResNet.class, "depth", 50, "style", NetworkStyle.TORCHVISION)
              .findings(Rule.WEIGHTS_NETWORK)
              .get(0);
      assertEquals(
          "the weights Published are those of @ResNet(depth = 50, stem = IMAGENET, style = PADDLE, variant = B), the recipe has @ResNet(depth = 50, stem = IMAGENET, style = TORCHVISION, variant = B)",
          finding.message());
      assertEquals(
          "write @ResNet(depth = 50, stem = IMAGENET, style = PADDLE, variant = B), or name weights of this network",
          finding.fix());
    }

    @Test
    void aDefaultWrittenOutIsTheSame() {
      assertEquals(
          List.of(),
          messages(
              TUNED.with(ResNet.class, "depth", 50, "style", NetworkStyle.PADDLE),
              Rule.WEIGHTS_NETWORK));
    }

    @Test
    void anotherNetwork() {
      assertEquals(1, messages(TUNED.with(MobileNetV1.class), Rule.WEIGHTS_NETWORK).size());
    }
  }

  @Nested
  class FinetuneLr {
    @Test
    void fewExamplesTakeSmallSteps() {
      assertEquals(List.of(), messages(rated(999, 256, 0.001), Rule.FINETUNE_LR));
      assertEquals(List.of(), messages(rated(1000, 256, 0.0011), Rule.FINETUNE_LR));
      Finding finding = rated(999, 64, 0.0004).findings(Rule.FINETUNE_LR).get(0);
      assertEquals(
          "the peak learning rate of fine-tuning, 4e-4 at batch 64, is 0.0016 at batch 256, above 0.001 for 999 examples: what was learned before is likely to be forgotten",
          finding.message());
      assertEquals("lower the learning rate so that the peak is 2.5e-4 or less", finding.fix());
    }

    @Test
    void manyExamplesTakeLargerOnes() {
      assertEquals(List.of(), messages(rated(100_001, 256, 0.01), Rule.FINETUNE_LR));
      assertEquals(List.of(), messages(rated(100_000, 256, 0.001), Rule.FINETUNE_LR));
      Finding finding = rated(100_001, 512, 0.01).findings(Rule.FINETUNE_LR).get(0);
      assertEquals(
          "the peak learning rate of fine-tuning, 0.01 at batch 512, is 0.005 at batch 256, below 0.01 for 100001 examples: so many examples allow larger steps",
          finding.message());
      assertEquals("raise the learning rate so that the peak is 0.02 or more", finding.fix());
    }

    @Test
    void aboveATenthNothingIsLeft() {
      assertEquals(List.of(), messages(rated(5000, 256, 0.1), Rule.FINETUNE_LR));
      assertEquals(
          List.of(
              "the peak learning rate of fine-tuning, 0.11 at batch 256, is 0.11 at batch 256, above 0.1: what was learned before is likely to be forgotten"),
          messages(rated(5000, 256, 0.11), Rule.FINETUNE_LR));
      RecipeFixture unknown =
          TUNED
              .with(Dataset.class, "classes", 1000)
              .with(LearningRate.class, "reference", 0.11, "referenceBatch", 256);
      assertEquals(1, messages(unknown, Rule.FINETUNE_LR).size());
    }

    @Test
    void noOpinionOnOtherOptimisersNorOnAFrozenNetwork() {
      assertEquals(List.of(), messages(rated(999, 256, 0.005).with(Adam.class), Rule.FINETUNE_LR));
      RecipeFixture frozen =
          freezing("stem", "stage1", "stage2", "stage3", "stage4")
              .with(Dataset.class, "classes", 1000, "trainExamples", 999);
      assertEquals(List.of(), messages(frozen, Rule.FINETUNE_LR));
      RecipeFixture partly =
          freezing("stem", "stage1", "stage2", "stage3")
              .with(Dataset.class, "classes", 1000, "trainExamples", 999);
      assertEquals(1, messages(partly, Rule.FINETUNE_LR).size());
    }
  }

  @Nested
  class NormalisationMismatch {
    @Test
    void aWrittenOneMustBeThatOfTheWeights() {
      RecipeFixture same =
          TUNED.with(Normalize.class, "mean", List.of(.5, .5, .5), "std", List.of(.5, .5, .5));
      assertEquals(List.of(), messages(same, Rule.NORMALISATION_MISMATCH));
      Finding finding =
          TUNED
              .with(Normalize.class, "mean", List.of(.5, .5, .5), "std", List.of(.5, .5, .51))
              .findings(Rule.NORMALISATION_MISMATCH)
              .get(0);
      assertEquals(
          "std of @Normalize is {0.5, 0.5, 0.51}, but the weights Published were trained with {0.5, 0.5, 0.5}",
          finding.message());
      assertEquals(
          "drop @Normalize, which leaves @Normalize(mean = {0.5, 0.5, 0.5}, std = {0.5, 0.5, 0.5})",
          finding.fix());
    }

    @Test
    void thatOfADataSetGivesWay() {
      RecipeFixture composed =
          from(
              ANEW.without(Slot.DATASET)
                  .composing("Flowers", 1, Dataset.class, "classes", 5)
                  .composing(
                      "Flowers",
                      1,
                      Normalize.class,
                      "mean",
                      List.of(.1, .1, .1),
                      "std",
                      List.of(.1, .1, .1)),
              "depth",
              50);
      assertEquals(List.of(), messages(composed, Rule.NORMALISATION_MISMATCH));
    }
  }

  /** A written normalisation before that of the weights before that of a data set. */
  @Nested
  class NormalisationInForce {
    private static final RecipeFixture OWN_DATA =
        ANEW.without(Slot.DATASET)
            .composing("Flowers", 1, Dataset.class, "classes", 1000)
            .composing("Flowers", 1, Normalize.class, "mean", tenth(), "std", tenth());

    private static List<Double> tenth() {
      return List.of(.1, .1, .1);
    }

    private static RecipeFixture child(RecipeFixture parent) {
      return from(
          RecipeFixture.empty("Child").with(dev.recipe4j.Recipe.class).extending(parent),
          "depth",
          50);
    }

    private static Object mean(RecipeFixture recipe) {
      return recipe.check().declaration().find(Slot.NORMALIZE).orElseThrow().member("mean").value();
    }

    @Test
    void theInheritedOneOfADataSetGivesWay() {
      assertEquals(tenth(), mean(OWN_DATA));
      assertEquals(List.of(.5, .5, .5), mean(child(OWN_DATA)));
      // The data set is replaced; what the parent's brought is still no written normalisation.
      RecipeFixture other = child(OWN_DATA).with(Dataset.class, "classes", 5);
      assertEquals(List.of(.5, .5, .5), mean(other));
    }

    @Test
    void anInheritedWrittenOneStays() {
      RecipeFixture child = child(SOUND);
      assertEquals(List.of(.485, .456, .406), mean(child));
      assertEquals(1, messages(child, Rule.NORMALISATION_MISMATCH).size());
    }

    @Test
    void oneComposedNearerThanTheDataIsWritten() {
      RecipeFixture nearer =
          from(
              ANEW.without(Slot.DATASET)
                  .composing("Mine", 2, Dataset.class, "classes", 1000)
                  .composing("Mine", 1, Normalize.class, "mean", tenth(), "std", tenth()),
              "depth",
              50);
      assertEquals(tenth(), mean(nearer));
    }

    @Test
    void valuesSetForARunAreWritten() {
      var set =
          Settings.apply(
              TUNED.check().declaration(),
              List.of(
                  Setting.parse("normalize.mean=0.1,0.1,0.1"),
                  Setting.parse("pretrained.freeze=stem,stage9")));
      assertEquals(
          List.of(Rule.NORMALISATION_MISMATCH, Rule.FREEZE_UNKNOWN),
          RuleEngine.check(set).findings().stream()
              .filter(f -> f.severity() != Severity.INFO && f.rule() != Rule.NO_RUNTIME)
              .map(Finding::rule)
              .toList());
      assertEquals(
          "pretrained cannot be set: it is a Class",
          assertThrows(
                  SettingException.class,
                  () ->
                      Settings.apply(
                          TUNED.check().declaration(), List.of(Setting.parse("pretrained=Other"))))
              .getMessage());
    }
  }

  @Nested
  class FreezeUnknown {
    @Test
    void everyStageOfTheNetworkIsKnown() {
      assertEquals(List.of(), messages(freezing("stem", "stage1", "head"), Rule.FREEZE_UNKNOWN));
    }

    @Test
    void otherNamesGetTheNearest() {
      Finding finding = freezing("stage9", "layer1").findings(Rule.FREEZE_UNKNOWN).get(0);
      assertEquals(
          "ResNet50 has no stage 'stage9' and no stage 'layer1' among its 6", finding.message());
      assertEquals(
          "in place of 'stage9' write one of stage1, stage2, stage3; in place of 'layer1' write one of stage1, head, stage2",
          finding.fix());
    }

    @Test
    void whatHasNoParametersIsNoStage() {
      assertEquals(1, messages(freezing("pool"), Rule.FREEZE_UNKNOWN).size());
    }
  }
}
