@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
// warning: [AUGMENT_RAMP] @GridMask ramps over 240 epochs, the training has 120: its probability ends at 0.5 of 1
@GridMask(rampEpochs = 240)
interface NeverFull {}
