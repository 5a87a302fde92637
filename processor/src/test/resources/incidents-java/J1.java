// J1, unsloth PR#10452, cruijff_kit#505, torchgeo#1352: an unknown key was ignored
@Recipe(epochs = 120) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @PiecewiseDecay(atEpochs = {30, 60, 90})
// error: cannot find symbol
@LearningRate(reference = 0.1, referenceBatch = 256, warmup = 5)
interface UnknownKey {}
