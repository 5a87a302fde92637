@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256)
@PiecewiseDecay(
    atEpochs = {30, 60},
    // warning: [VALUES_ORDER] values {0.1, 0.001, 0.01} do not fall at every boundary: at 60, 0.01 follows 0.001
    values = {0.1, 0.001, 0.01})
interface Disorder {}

@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256)
@PiecewiseDecay(atEpochs = 60, values = {0.1, 0.01})
interface InOrder {}
@Recipe
@LinearWarmup
// warning: [VALUES_ORDER] the highest of the values {0.1, 0.01} is 0.1, but the peak learning rate at batch 512 is 0.2
@Batch(512)
interface LargerBatch extends InOrder {}
