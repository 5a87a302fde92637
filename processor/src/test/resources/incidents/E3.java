// E3, kaylode/theseus#26: a loss for hard labels was fed soft ones
@ComponentOf(value = Slot.LOSS, implementation = FocalLoss.class)
@interface Focal {}

class FocalLoss {}

@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
@Focal
// error: [SOFT_LABELS_NEEDED]
@CutMix
interface FedSoft {}
