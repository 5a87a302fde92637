package dev.recipe4j.rules;

import static dev.recipe4j.RecipeFixture.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.Adam;
import dev.recipe4j.Batch;
import dev.recipe4j.CutMix;
import dev.recipe4j.Cutout;
import dev.recipe4j.Dataset;
import dev.recipe4j.DecoupledWeightDecay;
import dev.recipe4j.GradientClip;
import dev.recipe4j.GridMask;
import dev.recipe4j.HideAndSeek;
import dev.recipe4j.Interpolation;
import dev.recipe4j.L2Decay;
import dev.recipe4j.LearningRate;
import dev.recipe4j.LearningRate.Scaling;
import dev.recipe4j.LinearWarmup;
import dev.recipe4j.Mixup;
import dev.recipe4j.MobileNetV1;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.PiecewiseDecay;
import dev.recipe4j.PolynomialDecay;
import dev.recipe4j.RandomErasing;
import dev.recipe4j.RandomResizedCrop;
import dev.recipe4j.Recipe;
import dev.recipe4j.RecipeFixture;
import dev.recipe4j.ResNet;
import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredType;
import dev.recipe4j.declaration.Emptying;
import dev.recipe4j.declaration.Inheritance;
import dev.recipe4j.declaration.Origin;
import dev.recipe4j.declaration.Site;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules on what the vocabulary as a whole allows. */
class VocabularyRulesTest {
  private static final RecipeFixture SOUND = RecipeFixture.resnet50();

  @Nested
  class OneOfMembers {
    @Test
    void oneOfAPairIsEnough() {
      assertEquals(
          List.of(), rules(SOUND.with(PiecewiseDecay.class, "atSteps", List.of(5005, 9000))));
      assertEquals(List.of(), rules(SOUND.with(LinearWarmup.class)));
      assertEquals(List.of(), rules(SOUND.with(LinearWarmup.class, "steps", 500)));
    }

    @Test
    void bothOfAPairContradict() {
      Finding finding = SOUND.with(LinearWarmup.class, "steps", 500, "epochs", 2.0).finding();
      assertEquals(Rule.ONE_OF_MEMBERS, finding.rule());
      assertEquals(
          "epochs = 2 and steps = 500 of @LinearWarmup exclude each other", finding.message());
      assertEquals("drop epochs or steps", finding.fix());
      assertEquals(
          "factor = 0.5 and values = {0.1, 0.01} of @PiecewiseDecay exclude each other",
          SOUND
              .with(
                  PiecewiseDecay.class,
                  "atEpochs",
                  List.of(30),
                  "factor",
                  .5,
                  "values",
                  List.of(.1, .01))
              .finding()
              .message());
    }

    @Test
    void noneNeedsADefault() {
      assertEquals(
          "@PiecewiseDecay says neither atEpochs nor atSteps",
          SOUND.with(PiecewiseDecay.class).finding().message());
      assertEquals(
          "@GradientClip says neither norm nor value",
          SOUND.with(GradientClip.class).findings(Rule.ONE_OF_MEMBERS).get(0).message());
      assertEquals(
          List.of(), SOUND.with(GradientClip.class, "norm", 1.0).findings(Rule.ONE_OF_MEMBERS));
    }
  }

  @Nested
  class Mixing {
    @Test
    void twoDifferentOnesAreInForce() {
      RecipeFixture both = SOUND.with(Mixup.class).adding(CutMix.class);
      assertEquals(List.of(), rules(both));
      assertEquals(2, both.check().declaration().findAll(Slot.MIX).size());
    }

    @Test
    void theSameTwiceIsADuplicate() {
      Finding finding = SOUND.with(Mixup.class).adding(Mixup.class).finding();
      assertEquals("@Mixup fills the slot MIX that @Mixup fills already", finding.message());
    }

    @Test
    void aChildReplacesTheSlotWhole() {
      RecipeFixture child =
          RecipeFixture.empty("Child")
              .with(Recipe.class)
              .with(CutMix.class)
              .extending(SOUND.with(Mixup.class).adding(CutMix.class));
      assertEquals(1, child.check().declaration().findAll(Slot.MIX).size());
    }

    @Test
    void twoParentsThatDifferAreAmbiguous() {
      RecipeFixture one = RecipeFixture.empty("One").with(Mixup.class).extending(SOUND);
      RecipeFixture two = RecipeFixture.empty("Two").with(CutMix.class).extending(SOUND);
      RecipeFixture child = RecipeFixture.empty("Child").with(Recipe.class).extending(one, two);
      assertEquals(List.of(Rule.AMBIGUOUS_SLOT), rules(child));
    }
  }

  @Test
  void twoErasersAreADuplicate() {
    assertEquals(
        List.of(Rule.DUPLICATE_SLOT), rules(SOUND.with(Cutout.class).adding(HideAndSeek.class)));
  }

  @Nested
  class DecayTwice {
    @Test
    void answersInPlaceOfDuplicateSlot() {
      Finding finding =
          SOUND
              .with(L2Decay.class, "value", 1e-4)
              .adding(DecoupledWeightDecay.class, "value", .05)
              .finding();
      assertEquals(Rule.DECAY_TWICE, finding.rule());
      assertEquals(
          "weights are decayed twice: @DecoupledWeightDecay(0.05) beside @L2Decay(1e-4)",
          finding.message());
    }

    @Test
    void theSameTwiceIsADuplicate() {
      RecipeFixture twice =
          SOUND.with(L2Decay.class, "value", 1e-4).adding(L2Decay.class, "value", 1e-5);
      assertEquals(List.of(Rule.DUPLICATE_SLOT), rules(twice));
    }

    @Test
    void aChildMayReplaceTheKind() {
      RecipeFixture child =
          RecipeFixture.empty("Child")
              .with(Recipe.class)
              .with(DecoupledWeightDecay.class, "value", .05)
              .extending(SOUND.with(L2Decay.class, "value", 1e-4));
      assertEquals(List.of(), rules(child));
      assertEquals(1, child.check().declaration().findAll(Slot.DECAY).size());
    }
  }

  @Nested
  class UnusedMember {
    @Test
    void scalingNeedsAPair() {
      RecipeFixture recipe = SOUND.with(LearningRate.class, "peak", .1, "scaling", Scaling.LINEAR);
      assertEquals(
          "scaling = LINEAR has no effect: there is no reference pair",
          recipe.findings(Rule.UNUSED_MEMBER).get(0).message());
      assertEquals(
          List.of(),
          rules(
              SOUND.with(
                  LearningRate.class,
                  "reference",
                  .1,
                  "referenceBatch",
                  256,
                  "scaling",
                  Scaling.LINEAR)));
    }

    @Test
    void aWarmupOfNoneHasNoStart() {
      assertEquals(
          List.of(Rule.UNUSED_MEMBER, Rule.UNUSED_MEMBER),
          rules(SOUND.with(LinearWarmup.class, "epochs", 0.0, "startFactor", .1, "shift", false)));
      assertEquals(
          List.of(), rules(SOUND.with(LinearWarmup.class, "epochs", 1.0, "startFactor", .1)));
    }

    @Test
    void imagesOfOneSizeHaveNoSmallest() {
      assertEquals(
          List.of(Rule.UNUSED_MEMBER),
          rules(SOUND.with(Dataset.class, "classes", 10, "imageSize", 300, "smallestSide", 300)));
    }
  }

  @Nested
  class Without {
    private Verdict check(Slot slot, RecipeFixture parent) {
      RecipeFixture leaf = RecipeFixture.empty("Leaf").with(Recipe.class).extending(parent);
      DeclaredType type = leaf.declaredType();
      return RuleEngine.check(
          Inheritance.resolve(
              new DeclaredType(
                  "Leaf",
                  type.components(),
                  List.of(),
                  List.of(new Emptying(slot, Origin.of("Leaf"))),
                  type.parents()),
              Site.SOUND));
    }

    private List<Finding> notable(Verdict verdict) {
      return verdict.findings().stream().filter(f -> f.severity() != Severity.INFO).toList();
    }

    @Test
    void emptiesWhatIsInherited() {
      Verdict verdict = check(Slot.WARMUP, SOUND.with(LinearWarmup.class));
      assertEquals(List.of(), notable(verdict));
      assertTrue(verdict.declaration().find(Slot.WARMUP).isEmpty());
    }

    @Test
    void aRequiredSlotIsThenMissing() {
      assertEquals(
          List.of(Rule.MISSING_SLOT),
          notable(check(Slot.BATCH, SOUND)).stream().map(Finding::rule).toList());
    }

    @Test
    void emptyingNothingIsSaid() {
      assertEquals(
          "@Without(Slot.WARMUP) empties nothing: no parent fills the slot",
          notable(check(Slot.WARMUP, SOUND)).get(0).message());
    }
  }

  @Nested
  class NoRuntime {
    @Test
    void namesTheMemberThatIsTheCause() {
      Finding finding =
          SOUND
              .with(RandomResizedCrop.class, "value", 224, "interpolation", Interpolation.LINEAR)
              .finding();
      assertEquals(
          "interpolation = LINEAR of @RandomResizedCrop has no runtime in this version: it is"
              + " checked, but cannot be trained",
          finding.message());
      assertEquals("drop 'interpolation'", finding.fix());
    }

    @Test
    void cannotBeAccepted() {
      RecipeFixture accepting =
          SOUND
              .with(RandomResizedCrop.class, "value", 224, "interpolation", Interpolation.LINEAR)
              .accepting(Rule.NO_RUNTIME, "I know");
      assertTrue(rules(accepting).contains(Rule.NO_RUNTIME));
      assertTrue(rules(accepting).contains(Rule.ACCEPT_NOT_POSSIBLE));
    }
  }

  @Nested
  class ValueRanges {
    @Test
    void boundsDoNotCross() {
      assertEquals(
          "minArea 0.5 is greater than maxArea 0.4",
          message(SOUND.with(RandomErasing.class, "minArea", .5)));
      assertEquals("d1 224 is not below d2 224", message(SOUND.with(GridMask.class, "d1", 224)));
      assertEquals(List.of(), SOUND.with(GridMask.class, "d1", 223).findings(Rule.VALUE_RANGE));
    }

    @Test
    void anEndLiesBelowThePeak() {
      assertEquals(
          "end 0.1 is not below the peak learning rate 0.1",
          message(SOUND.with(PolynomialDecay.class, "end", .1)));
      assertEquals(List.of(), rules(SOUND.with(PolynomialDecay.class, "end", .01)));
    }

    @Test
    void onlyPublishedFlavoursExist() {
      assertEquals(
          "torchvision publishes no MobileNetV1",
          message(SOUND.with(MobileNetV1.class, "style", NetworkStyle.TORCHVISION)));
      assertEquals(
          List.of(Rule.VALUE_RANGE),
          rules(SOUND.with(ResNet.class, "depth", 34, "style", NetworkStyle.KERAS)));
      assertEquals(
          List.of(), rules(SOUND.with(ResNet.class, "depth", 50, "style", NetworkStyle.KERAS)));
    }

    private String message(RecipeFixture recipe) {
      return recipe.findings(Rule.VALUE_RANGE).get(0).message();
    }
  }

  @Test
  void adaptiveOptimisersScaleWithTheRoot() {
    Verdict verdict =
        SOUND
            .with(Adam.class)
            .with(LearningRate.class, "reference", 1e-3, "referenceBatch", 256)
            .with(Batch.class, "value", 1024)
            .check();
    assertEquals(List.of(), verdict.findings().stream().map(Finding::rule).toList());
  }

  @Test
  void boundariesInUpdatesIncreaseToo() {
    DeclaredComponent schedule =
        SOUND
            .with(PiecewiseDecay.class, "atSteps", List.of(30, 20))
            .check()
            .declaration()
            .find(Slot.SCHEDULE)
            .orElseThrow();
    assertEquals("{30, 20}", schedule.member("atSteps").show());
    assertEquals(
        "write atSteps = {20, 30}",
        SOUND.with(PiecewiseDecay.class, "atSteps", List.of(30, 20)).finding().fix());
  }
}
