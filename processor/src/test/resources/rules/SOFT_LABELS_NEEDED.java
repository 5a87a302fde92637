@ComponentOf(value = Slot.LOSS, implementation = FocalLoss.class)
@interface Focal {}

class FocalLoss {}

@ComponentOf(value = Slot.LOSS, implementation = PolyLoss.class)
@interface Poly {}

class PolyLoss implements dev.recipe4j.spec.TakesSoftLabels {}

@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
@Focal
// error: [SOFT_LABELS_NEEDED] @Mixup with alpha 0.2 makes soft labels, but the loss @Focal takes hard labels only
@Mixup
interface SoftForHard {}

@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
@Poly
@LabelSmoothing
interface SoftForSoft {}
