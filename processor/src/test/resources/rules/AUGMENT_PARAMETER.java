@Recipe(epochs = 100) @ResNet(depth = 18, stem = ResNet.Stem.SMALL) @Cifar10 @Momentum
@Batch(64) @CosineDecay @LearningRate(reference = 0.05, referenceBatch = 64)
// error: [AUGMENT_PARAMETER] a hole of 112 pixels is larger than the input of 32
@Cutout
interface Blind {}

@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
// error: [AUGMENT_PARAMETER] magnitude 31 of @RandAugment is outside 0 to 30
@RandAugment(magnitude = 31)
// error: [AUGMENT_PARAMETER] the probabilities of the mixes, 0.7 and 0.6, add up to 1.3, but one batch is mixed once
@Mixup(probability = 0.7)
@CutMix(probability = 0.6)
interface TooMuch {}
