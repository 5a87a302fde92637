package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.Rule;
import dev.recipe4j.Severity;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule fires at the right line, with both compilers. */
class RulesTest {
  private static final String OPTION = "-Arecipe4j.rules=";

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
        // error: [AMBIGUOUS_SLOT] @Cifar10 fills the slots DATASET, CLASS_NAMES and NORMALIZE differently from @FashionMnist (from @Cifar10)
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
            // warning: [LR_REFERENCE_MISSING] peak learning rate 0.05
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
        @ImageNet1k @RandomResizedCrop(224) @CosineDecay
        @Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256)
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
        @Batch(1024)
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
        Rule.LR_REFERENCE_MISSING,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
        @Batch(256)
        @PiecewiseDecay(atEpochs = {30, 60, 90})
        @LearningRate(
            // warning: [LR_REFERENCE_MISSING] peak learning rate 0.1 does not say for which batch it is known to work
            peak = 0.1)
        interface NoReference {}
        """);
    fires(
        Rule.REFERENCE_IS_PER_DEVICE,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
        @PiecewiseDecay(atEpochs = {30, 60, 90}) @LinearWarmup @Batch(value = 256, devices = 4)
        @LearningRate(
            reference = 0.1,
            // warning: [REFERENCE_IS_PER_DEVICE] reference batch 64 is the share of one device of batch 256 = 4 x 1 x 64
            referenceBatch = 64,
            peak = 0.1)
        interface PerDevice {}
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
        Rule.SCALING_RANGE,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
        @PiecewiseDecay(atEpochs = {30, 60, 90})
        // warning: [SCALING_RANGE] batch 4 is 1/64 of the reference batch 256: scaling was tested up to a factor of 32
        // warning: [BATCH_NORM_SMALL] batch normalisation sees 4 examples
        @Batch(4)
        @LearningRate(reference = 0.1, referenceBatch = 256)
        interface FarFromKnown {}
        """);
    fires(
        Rule.PEAK_LR_EXTREME,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
        @PiecewiseDecay(atEpochs = {30, 60, 90}) @Batch(64)
        @LearningRate(
            referenceBatch = 64,
            // warning: [PEAK_LR_EXTREME] peak learning rate 0.65 at batch 64 is 2.6 at batch 256, above 0.5
            reference = 0.65)
        interface TooFast {}
        """);
    fires(
        Rule.BATCH_NOT_DIVISIBLE,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
        @PiecewiseDecay(atEpochs = {30, 60, 90}) @LearningRate(reference = 0.1, referenceBatch = 256)
        @Batch(
            devices = 3,
            // error: [BATCH_NOT_DIVISIBLE] batch 256 cannot be divided into 3 devices x 1 = 3 shards of one size
            value = 256)
        interface ThreeDevices {}
        """);
    fires(
        Rule.ZERO_STEPS,
        """
        @Recipe(epochs = 8)
        @LeNet @Normalize(mean = 0.5, std = 0.5) @Momentum @CosineDecay
        @Dataset(classes = 10, channels = 1, imageSize = 28, trainExamples = 63)
        @LearningRate(reference = 0.05, referenceBatch = 64)
        @Batch(
            dropLast = true,
            // error: [ZERO_STEPS] an epoch has no update: dropLast leaves out all 63 training examples
            value = 64)
        interface NoUpdate {}
        """);
    fires(
        Rule.BATCH_EXCEEDS_DATA,
        """
        @Recipe(epochs = 8)
        @LeNet @Normalize(mean = 0.5, std = 0.5) @Momentum @CosineDecay
        @Dataset(classes = 10, channels = 1, imageSize = 28, trainExamples = 63)
        @LearningRate(reference = 0.05, referenceBatch = 64)
        // warning: [BATCH_EXCEEDS_DATA] batch 64 is larger than the 63 training examples
        @Batch(64)
        interface FullBatch {}
        """);
    fires(
        Rule.LAST_BATCH_OF_ONE,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50)
        @Dataset(classes = 10, trainExamples = 513) @RandomResizedCrop(224) @Momentum
        @Normalize(mean = {0, 0, 0}, std = {1, 1, 1})
        @PiecewiseDecay(atEpochs = {30, 60, 90}) @LearningRate(reference = 0.1, referenceBatch = 256)
        // warning: [LAST_BATCH_OF_ONE] the last batch of an epoch has 1 of 256 examples
        @Batch(256)
        interface OneLeft {}
        """);
    fires(
        Rule.BATCH_REMAINDER,
        """
        @Recipe(epochs = 8)
        @LeNet @Normalize(mean = 0.5, std = 0.5) @Momentum @CosineDecay
        @Dataset(classes = 10, channels = 1, imageSize = 28, trainExamples = 127)
        @LearningRate(reference = 0.05, referenceBatch = 64)
        @Batch(
            value = 64,
            // warning: [BATCH_REMAINDER] dropLast leaves out 63 of 127 training examples each epoch, 49.6 %
            dropLast = true)
        interface HalfLeftOut {}
        """);
    fires(
        Rule.BATCH_NORM_SMALL,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
        @PiecewiseDecay(atEpochs = {30, 60, 90}) @LearningRate(reference = 0.1, referenceBatch = 256)
        @Batch(
            devices = 64,
            // warning: [BATCH_NORM_SMALL] batch normalisation sees 4 examples, fewer than 8: batch 256 = 64 x 1 x 4
            value = 256)
        interface ManyDevices {}
        """);
    fires(
        Rule.EFFECTIVE_BATCH,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
        @PiecewiseDecay(atEpochs = {30, 60, 90}) @LearningRate(reference = 0.1, referenceBatch = 256)
        // info: [EFFECTIVE_BATCH] batch 256 = 4 devices x 1 x 64; peak lr 0.1 = 0.1 x 1
        @Batch(value = 256, devices = 4)
        interface Explained {}
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
        Rule.BOUNDARY_IN_WARMUP,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
        @Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @LinearWarmup(epochs = 5, shift = false)
        // error: [BOUNDARY_IN_WARMUP] boundary 5 lies in the warm-up of 5 epochs
        @PiecewiseDecay(atEpochs = {5, 60})
        interface EarlyBoundary {}
        """);
    fires(
        Rule.LR_JUMP,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
        @Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @CosineDecay
        @Accept(rule = Rule.WARMUP_TOO_LONG, because = "a test")
        @LinearWarmup(
            epochs = 60,
            // warning: [LR_JUMP] the learning rate jumps from 0.1 to 0.05 where the warm-up of 60 epochs ends
            shift = false)
        interface Jump {}
        """);
    fires(
        Rule.FINAL_LR,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
        @Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256)
        // warning: [FINAL_LR] the learning rate ends at 0.05, 50 % of the peak 0.1, above 10 %
        @PiecewiseDecay(atEpochs = 60, factor = 0.5)
        interface EndsHigh {}
        """);
    fires(
        Rule.COSINE_FEW_EPOCHS,
        """
        // info: [COSINE_FEW_EPOCHS] a cosine of 120 epochs over 1281167 examples
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
        @Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @CosineDecay
        interface ShortCosine {}
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
        Rule.WARMUP_ZERO_STEPS,
        """
        @Recipe(epochs = 8)
        @LeNet @Normalize(mean = 0.5, std = 0.5) @Momentum @CosineDecay
        @Dataset(classes = 10, channels = 1, imageSize = 28, trainExamples = 640)
        @LearningRate(reference = 0.05, referenceBatch = 64)
        @Batch(64)
        // error: [WARMUP_ZERO_STEPS] a warm-up of 0.04 epochs is 0.4 of the 10 updates of an epoch, which rounds to 0
        @LinearWarmup(epochs = 0.04)
        interface NoWarmup {}
        """);
    fires(
        Rule.WARMUP_START,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
        @Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
        @LinearWarmup(
            epochs = 5,
            // error: [WARMUP_START] the warm-up starts at 1 times the peak
            startFactor = 1)
        interface HotStart {}
        """);
    fires(
        Rule.EFFECTIVE_BOUNDARIES,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
        @Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @LinearWarmup
        // info: [EFFECTIVE_BOUNDARIES] decay at 30/60/90 acts at epochs 35/65/95
        @PiecewiseDecay(atEpochs = {30, 60, 90})
        interface Shifted {}
        """);
    fires(
        Rule.CLASSES_MISMATCH,
        """
        @Recipe(epochs = 8)
        @LeNet @Normalize(mean = 0.5, std = 0.5) @Momentum @CosineDecay
        @Batch(64)
        @Dataset(classes = 10, channels = 1, imageSize = 28, trainExamples = 640)
        @LearningRate(reference = 0.05, referenceBatch = 64)
        // error: [CLASSES_MISMATCH] 2 class names are given for 10 classes
        @ClassNames({"cat", "dog"})
        interface TwoNames {}
        """);
    fires(
        Rule.CLASS_NAMES_SUSPECT,
        """
        @Recipe(epochs = 8)
        @LeNet @Normalize(mean = 0.5, std = 0.5) @Momentum @CosineDecay
        @Batch(64)
        @Dataset(classes = 2, channels = 1, imageSize = 28, trainExamples = 640)
        @LearningRate(reference = 0.05, referenceBatch = 64)
        // warning: [CLASS_NAMES_SUSPECT] 2 of 2 class names look like parts of a data set, not like classes: train, val
        @ClassNames({"train", "val"})
        interface Splits {}
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
        Rule.L2_SMALL_MODEL,
        """
        @Recipe(epochs = 120)
        @MobileNetV1(width = 0.25) @ImageNet1k @RandomResizedCrop(224) @Momentum
        @Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
        // info: [L2_SMALL_MODEL] l2 1e-4 for 470072 parameters
        @L2Decay(1e-4)
        interface SmallDecayed {}
        """);
    fires(
        Rule.L2_DATA_SIZE,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
        @Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
        // info: [L2_DATA_SIZE] l2 2e-4 for 1281167 examples, more than 1000000
        @L2Decay(2e-4)
        interface MuchData {}
        """);
    fires(
        Rule.CROP_SCALE_SMALL_MODEL,
        """
        @Recipe(epochs = 120)
        @MobileNetV1(width = 0.25) @ImageNet1k @Momentum
        @Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
        // info: [CROP_SCALE_SMALL_MODEL] crops down to 0.08 of the image at all ratios for 470072 parameters
        @RandomResizedCrop(224)
        interface TinyCrops {}
        """);
    fires(
        Rule.DECAY_ON_NORM,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
        @Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
        @L2Decay(
            value = 1e-4,
            // info: [DECAY_ON_NORM] weight decay does not apply to the 54120 parameters of normalisation and bias
            normAndBias = false)
        interface Decayed {}
        """);
    fires(
        Rule.CROP_EXCEEDS_IMAGE,
        """
        @Recipe(epochs = 8)
        @LeNet @Normalize(mean = 0.5, std = 0.5) @Momentum @CosineDecay
        @Batch(64)
        @Dataset(classes = 10, channels = 1, imageSize = 28, trainExamples = 640)
        @LearningRate(reference = 0.05, referenceBatch = 64)
        // warning: [CROP_EXCEEDS_IMAGE] a training crop of 57 pixels is more than twice the smallest image side of 28
        @RandomResizedCrop(57)
        interface Enlarged {}

        @Recipe(epochs = 8)
        @LeNet @Normalize(mean = 0.5, std = 0.5) @Momentum @CosineDecay
        @Batch(64)
        @Dataset(classes = 10, channels = 1, imageSize = 28, trainExamples = 640)
        @LearningRate(reference = 0.05, referenceBatch = 64)
        // error: [CROP_EXCEEDS_IMAGE] a padding of 28 pixels is as large as the image side of 28
        @PadAndCrop(pad = 28)
        interface PaddedAway {}
        """);
    fires(
        Rule.INPUT_TOO_SMALL,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @Momentum
        @Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
        // warning: [INPUT_TOO_SMALL] an input of 3x32x32 leaves 1x1 to layer stage4.block2.conv2.conv of ResNet50
        @RandomResizedCrop(32)
        interface TinyInput {}

        @Recipe(epochs = 8)
        @LeNet @Normalize(mean = 0.5, std = 0.5) @Momentum @CosineDecay
        @Batch(64)
        @Dataset(classes = 10, channels = 1, imageSize = 28, trainExamples = 640)
        @LearningRate(reference = 0.05, referenceBatch = 64)
        // error: [INPUT_TOO_SMALL] an input of 1x11x11 does not fit the network: LeNet, layer pool2
        @ResizeTo(11)
        interface NothingLeft {}
        """);
    fires(
        Rule.CHANNELS_MISMATCH,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
        @Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
        @Normalize(
            std = 1,
            // error: [CHANNELS_MISMATCH] @Normalize has 1 means and 1 standard deviations for 3 channels
            mean = 0)
        interface GreyInColour {}
        """);
    fires(
        Rule.EVALUATION_SIZE,
        """
        @Recipe(epochs = 120)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
        @Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
        // warning: [EVALUATION_SIZE] evaluation crop 192 is 0.86 times the training size 224
        @EvaluationCrop(crop = 192)
        interface SmallTest {}
        """);
    fires(
        Rule.CADENCE,
        """
        @Recipe(
            epochs = 120,
            // error: [CADENCE] evaluateEvery 200 is more than the training of 120 epochs
            evaluateEvery = 200)
        @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
        @Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
        interface Never {}
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

  private static Processor[] processors() {
    return new Processor[] {new RecipeCatalogProcessor(), new RecipeProcessor()};
  }

  /** The sources that break a rule each, markers in them. */
  static Stream<String> sources() {
    return FIRING.values().stream();
  }

  static Stream<Arguments> cases() {
    return Arrays.stream(Compiler.values())
        .flatMap(compiler -> FIRING.keySet().stream().map(rule -> Arguments.of(compiler, rule)));
  }

  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("cases")
  void firesAtItsLine(Compiler compiler, Rule rule) {
    String source = String.valueOf(FIRING.get(rule));
    if (rule.severity() == Severity.INFO) {
      // What is only worth knowing is on the card; the compiler says it if asked to.
      Map<String, String> quiet = Sources.of(source.replaceAll(" *// info: .*\n", ""));
      Markers.verify(quiet, compiler.compile(quiet));
      Map<String, String> asked = Sources.of(source.replace("// info:", "// warning:"));
      Markers.verify(
          asked, compiler.compile(asked, List.of(OPTION + rule + "=warning"), processors()));
    } else {
      Map<String, String> sources = Sources.of(Sources.SOUND, source);
      Markers.verify(sources, compiler.compile(sources));
    }
  }

  /** Every finding becomes an info, which is not printed; a structural rule refuses. */
  @ParameterizedTest(name = "{1} with {0}")
  @MethodSource("cases")
  void canBeSetToInfo(Compiler compiler, Rule rule) {
    String source = String.valueOf(FIRING.get(rule)).replaceAll(" *// info: .*\n", "");
    Compilation compilation =
        compiler.compile(
            Sources.of(source.replaceAll(" *// (error|warning): \\[" + rule + "].*\n", "")),
            List.of(OPTION + rule + "=info"),
            processors());
    String all = compilation.describe();
    if (rule.canBeAccepted()) {
      assertFalse(all.contains("[" + rule + "]"), all);
    } else {
      assertTrue(all.contains(rule + " is structural and cannot be set to info"), all);
      assertTrue(all.contains("[" + rule + "]"), all);
    }
  }

  @Test
  void everyRuleIsTested() {
    // Those that ask the data are tested where runs are.
    assertEquals(
        Arrays.stream(Rule.values()).filter(rule -> !rule.isAskedAtRunStart()).toList(),
        List.copyOf(FIRING.keySet()));
  }
}
