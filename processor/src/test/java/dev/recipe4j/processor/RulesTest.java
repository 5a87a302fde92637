package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.recipe4j.Rule;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule fires at the right line, with both compilers. */
class RulesTest {
  private static final Map<Rule, String> FIRING = new EnumMap<>(Rule.class);

  private static void fires(Rule rule, String source) {
    FIRING.put(rule, source);
  }

  static {
    fires(
        Rule.STRUCTURE,
        """
        // error: [STRUCTURE] Kind cannot be a recipe: it is an enum
        @Recipe(epochs = 8)
        @LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
        @Momentum @CosineDecay
        enum Kind {}
        """);
    fires(
        Rule.RECIPE_ID,
        """
        @Recipe(
            epochs = 8,
            // error: [RECIPE_ID] the id "My LeNet" is not lower-case words joined by hyphens
            id = "My LeNet")
        @LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
        @Momentum @CosineDecay
        interface Named {}
        """);
    fires(
        Rule.MISSING_SLOT,
        """
        @LeNet @FashionMnist @LearningRate(reference = 0.05, referenceBatch = 64)
        @CosineDecay
        // error: [MISSING_SLOT] no component fills the slot BATCH
        // error: [MISSING_SLOT] no component fills the slot OPTIMIZER
        // error: [MISSING_SLOT] the recipe does not say its epochs
        @Recipe
        interface Gaps {}
        """);
    fires(
        Rule.DUPLICATE_SLOT,
        """
        @Recipe(epochs = 8)
        @LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
        @Momentum
        @CosineDecay
        // error: [DUPLICATE_SLOT] @ConstantRate fills the slot SCHEDULE that @CosineDecay fills already
        @ConstantRate
        interface TwoSchedules {}

        @Recipe(epochs = 8)
        @LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
        @Momentum @CosineDecay
        @L2Decay(1e-4)
        // error: [DUPLICATE_SLOT] @Cutout fills the slot ERASE that @HideAndSeek fills already
        @HideAndSeek @Cutout
        interface TwoErasers {}
        """);
    fires(
        Rule.AMBIGUOUS_SLOT,
        """
        @Recipe(epochs = 8)
        @LeNet @FashionMnist
        // error: [AMBIGUOUS_SLOT] @Dataset of @Cifar10 fills the slot DATASET differently from @Dataset of @FashionMnist (from @Cifar10)
        // error: [AMBIGUOUS_SLOT] @ClassNames of @Cifar10
        // error: [AMBIGUOUS_SLOT] @Normalize of @Cifar10
        @Cifar10
        @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64) @Momentum @CosineDecay
        interface TwoDataSets {}
        """);
    fires(
        Rule.ONE_OF_MEMBERS,
        """
        @Recipe(epochs = 8)
        @LeNet @FashionMnist @Batch(64) @Momentum @CosineDecay
        @LearningRate(
            // error: [ONE_OF_MEMBERS] reference = 0.05 is written without referenceBatch
            reference = 0.05)
        interface HalfAPair {}

        @Recipe(epochs = 8)
        @LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
        @Momentum
        @PiecewiseDecay(
            atEpochs = 3,
            // error: [ONE_OF_MEMBERS] atEpochs = {3} and atSteps = {4} of @PiecewiseDecay exclude each other
            atSteps = 4)
        interface TwoUnits {}

        @Recipe(epochs = 8)
        @LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
        @Momentum
        // error: [ONE_OF_MEMBERS] @PiecewiseDecay says neither atEpochs nor atSteps
        @PiecewiseDecay
        interface NoBoundaries {}
        """);
    fires(
        Rule.VALUE_RANGE,
        """
        @Recipe(epochs = 8)
        @LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
        // error: [VALUE_RANGE] value of @Momentum is 1.5, but must be at least 0 and below 1
        @Momentum(1.5)
        @CosineDecay
        interface FastMomentum {}

        @Recipe(epochs = 8)
        @LeNet @FashionMnist @Batch(64) @Momentum @CosineDecay
        @LearningRate(
            // error: [VALUE_RANGE] reference of @LearningRate is 0, but must be greater than 0
            reference = 1 / 4,
            referenceBatch = 64)
        interface IntegerQuotient {}
        """);
    fires(
        Rule.UNUSED_MEMBER,
        """
        @Recipe(epochs = 8)
        @LeNet @FashionMnist @Batch(64) @Momentum @CosineDecay
        @LearningRate(
            peak = 0.05,
            // warning: [UNUSED_MEMBER] scaling = LINEAR has no effect: there is no reference pair
            scaling = LearningRate.Scaling.LINEAR)
        // warning: [UNUSED_MEMBER] @Without(Slot.WARMUP) empties nothing: no parent fills the slot
        @Without(Slot.WARMUP)
        interface Idle {}
        """);
    fires(
        Rule.OPEN_COMPONENT,
        """
        @ComponentOf(value = Slot.POLICY, implementation = Blur.class)
        @interface Blurred {
          double radius();
        }

        class Blur implements dev.recipe4j.runtime.augment.ImageOperation {
          Blur(int radius) {}

          @Override
          public dev.recipe4j.runtime.data.Image apply(
              dev.recipe4j.runtime.data.Image image, dev.recipe4j.runtime.data.Draw draw) {
            return image;
          }
        }

        @ComponentOf(value = Slot.SCHEDULE, implementation = Blur.class)
        @interface Falling {
          int value();
        }

        @ComponentOf(Slot.ERASE)
        @interface Homeless {}

        @ComponentOf(value = Slot.BATCH, implementation = Blur.class)
        @interface Batched {
          int value();
        }

        @Recipe(epochs = 8)
        @LeNet @FashionMnist @LearningRate(reference = 0.05, referenceBatch = 64) @Momentum
        // error: [OPEN_COMPONENT] Blur has no constructor Blur(double) for the members of @Blurred
        @Blurred(radius = 2)
        // error: [OPEN_COMPONENT] Blur cannot stand in the slot SCHEDULE: it is no dev.recipe4j.schedule.Schedule
        @Falling(2)
        // error: [OPEN_COMPONENT] @Homeless fills the slot ERASE but names no class that executes it
        @Homeless
        // error: [OPEN_COMPONENT] @Batched cannot fill the slot BATCH: it takes components of recipe4j only
        @Batched(64)
        interface BadOpen {}
        """);
    fires(
        Rule.NO_RUNTIME,
        """
        @Recipe(epochs = 8)
        @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64) @CosineDecay
        // error: [NO_RUNTIME] @MobileNetV3 has no runtime in this version: it is checked, but cannot be trained
        @MobileNetV3(size = MobileNetV3.Size.SMALL)
        // error: [NO_RUNTIME] nesterov = true of @Momentum has no runtime in this version
        @Momentum(nesterov = true)
        // error: [NO_RUNTIME] @Mixup has no runtime
        @Mixup
        // error: [NO_RUNTIME] @CutMix has no runtime
        @CutMix
        // error: [NO_RUNTIME] @Pretrained has no runtime
        @Pretrained(String.class)
        interface Ahead {}
        """);
    fires(
        Rule.LR_BATCH_SCALING,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @LinearWarmup @CosineDecay @Momentum
        @Batch(value = 1024, devices = 4)
        @LearningRate(
            reference = 0.1,
            referenceBatch = 256,
            // error: [LR_BATCH_SCALING] peak learning rate 0.1 does not follow linear scaling: 0.1 at batch 256 gives 0.4 at batch 1024
            peak = 0.1)
        interface ForgottenPeak {}

        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @CosineDecay @Momentum @Batch(256)
        @LearningRate(
            reference = 0.1,
            referenceBatch = 256,
            // warning: [LR_BATCH_SCALING] peak learning rate 0.12 does not follow linear scaling
            peak = 0.12)
        interface RoughPeak {}
        """);
    fires(
        Rule.LARGE_BATCH_WITHOUT_WARMUP,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @CosineDecay @Momentum
        // warning: [LARGE_BATCH_WITHOUT_WARMUP] batch 1024 is 4 times the reference batch 256
        @Batch(1024)
        @LearningRate(reference = 0.1, referenceBatch = 256)
        interface ColdStart {}
        """);
    fires(
        Rule.BOUNDARIES_ORDER,
        """
        @Recipe(epochs = 100)
        @LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
        @Momentum
        @PiecewiseDecay(
            factor = 0.1,
            // error: [BOUNDARIES_ORDER] boundaries {30, 20} are not positive and increasing
            atEpochs = {30, 20})
        interface Backwards {}
        """);
    fires(
        Rule.BOUNDARY_UNREACHED,
        """
        @Recipe(epochs = 50)
        @LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
        @Momentum
        // error: [BOUNDARY_UNREACHED] boundary 60 is never reached in 50 epochs
        @PiecewiseDecay(atEpochs = {30, 60})
        interface Short {}

        @Recipe(epochs = 62)
        @LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
        @Momentum @LinearWarmup
        // warning: [BOUNDARY_UNREACHED] boundary 60 is never reached in 62 epochs
        @PiecewiseDecay(atEpochs = {30, 60})
        interface Delayed {}
        """);
    fires(
        Rule.WARMUP_TOO_LONG,
        """
        @Recipe(epochs = 5)
        @LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
        @Momentum @CosineDecay
        // error: [WARMUP_TOO_LONG] a warm-up of 5 epochs is 100 % of the training of 5 epochs
        @LinearWarmup(epochs = 5)
        interface OnlyWarmup {}

        // warning: [WARMUP_TOO_LONG] a warm-up of 5 epochs is 50 % of the training of 10 epochs
        @Recipe(epochs = 10)
        @LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
        @Momentum @CosineDecay
        @LinearWarmup
        interface HalfWarmup {}
        """);
    fires(
        Rule.DECAY_TWICE,
        """
        @Recipe(epochs = 8)
        @LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
        @Momentum @CosineDecay @L2Decay(1e-4)
        // error: [DECAY_TWICE] weights are decayed twice: @DecoupledWeightDecay(0.01) beside @L2Decay(1e-4)
        @DecoupledWeightDecay(0.01)
        interface Twice {}
        """);
    fires(
        Rule.ACCEPT_REASON,
        """
        @Recipe(epochs = 10)
        @LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
        @Momentum @CosineDecay @LinearWarmup
        // error: [ACCEPT_REASON] the accept of WARMUP_TOO_LONG gives no reason
        @Accept(rule = Rule.WARMUP_TOO_LONG, because = " ")
        interface NoReason {}
        """);
    fires(
        Rule.ACCEPT_UNNEEDED,
        """
        @Recipe(epochs = 100)
        @LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
        @Momentum @CosineDecay @LinearWarmup
        // warning: [ACCEPT_UNNEEDED] WARMUP_TOO_LONG is accepted but not violated
        @Accept(rule = Rule.WARMUP_TOO_LONG, because = "as in the paper")
        interface Needless {}
        """);
    fires(
        Rule.ACCEPT_NOT_POSSIBLE,
        """
        @Recipe(epochs = 10)
        @LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
        @Momentum @CosineDecay @LinearWarmup(epochs = 1)
        // error: [ACCEPT_NOT_POSSIBLE] VALUE_RANGE cannot be accepted
        @Accept(rule = Rule.VALUE_RANGE, because = "I know better")
        interface Stubborn {}
        """);
  }

  static Stream<Arguments> cases() {
    return Arrays.stream(Compiler.values())
        .flatMap(compiler -> FIRING.keySet().stream().map(rule -> Arguments.of(compiler, rule)));
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("cases")
  void firesAtItsLine(Compiler compiler, Rule rule) {
    Map<String, String> sources = Sources.of(Sources.SOUND, String.valueOf(FIRING.get(rule)));

    Markers.verify(sources, compiler.compile(sources));
  }

  @Test
  void everyRuleIsTested() {
    assertEquals(List.of(Rule.values()), List.copyOf(FIRING.keySet()));
  }
}
