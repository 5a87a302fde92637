@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum @CosineDecay
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256)
// warning: [EARLY_STOP_DEAD] early stopping after 120 epochs without improvement never ends a training of 120 epochs
@EarlyStopping(patience = 120)
interface Never {}

@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum @LinearWarmup
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
// warning: [EARLY_STOP_DEAD] early stopping after 10 epochs without improvement can end the training before the learning rate first falls, at epoch 35
@EarlyStopping(patience = 10)
interface Early {}
