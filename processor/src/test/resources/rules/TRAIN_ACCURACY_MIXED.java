@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
// info: [TRAIN_ACCURACY_MIXED] @CutMix with alpha 1
@CutMix(alpha = 1)
interface Mixed {}
