// B18, timm PR#1251: boundaries with a fraction of an epoch: a type error at the start of training
@Recipe(epochs = 120) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256)
// error: incompatible types: possible lossy conversion from double to int
@PiecewiseDecay(atEpochs = {30.5, 60})
interface FractionalBoundaries {}
