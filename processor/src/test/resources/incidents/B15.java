// B15, mmengine PR#361: the end had to be edited by hand after the epochs were changed
@Recipe(epochs = 100) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @Batch(256)
@LearningRate(reference = 0.1, referenceBatch = 256)
@CosineDecay(overEpochs = 100)
interface Baseline {}

// warning: [SCHEDULE_HORIZON] a cosine over 100 epochs in 300 epochs of training: the learning rate is constant at 0 after epoch 100
@Recipe(epochs = 300)
interface Longer extends Baseline {}
