@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
// warning: [EVALUATION_SIZE] evaluation crop 192 is 0.86 times the training size 224
@EvaluationCrop(crop = 192)
interface SmallTest {}
