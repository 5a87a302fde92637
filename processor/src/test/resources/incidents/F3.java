// F3, PaddleClas: the ramp of grid mask never advances; 240 epochs are hard-coded
@Recipe(epochs = 100) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum @Batch(256) @CosineDecay
@LearningRate(reference = 0.1, referenceBatch = 256)
// warning: [AUGMENT_RAMP]
@GridMask(rampEpochs = 240)
interface HalfRamp {}
