// E1, PaddleClas#2468: a softmax over labels that were soft already
@ComponentOf(value = Slot.LOSS, implementation = SoftmaxLoss.class)
@interface OneHotSoftmax {}

class SoftmaxLoss {}

@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
@OneHotSoftmax
// error: [SOFT_LABELS_NEEDED]
@Mixup(alpha = 0.2)
interface SoftmaxOnSoftLabels {}
