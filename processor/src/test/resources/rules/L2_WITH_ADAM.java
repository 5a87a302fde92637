@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224)
@Batch(256) @LearningRate(reference = 0.001, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
@AdamW
// warning: [L2_WITH_ADAM] coupled l2 1e-4 with @AdamW
@L2Decay(1e-4)
interface Coupled {}
