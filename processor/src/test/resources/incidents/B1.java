// B1, ScrollPrize/villa#1495: a schedule per iteration was given epochs: the learning rate was 0 at epoch 4 of 1000
@Recipe(epochs = 1000) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @Batch(256)
@LearningRate(reference = 0.1, referenceBatch = 256)
// warning: [SCHEDULE_HORIZON] a cosine over 4 epochs in 1000 epochs of training: the learning rate is constant at 0 after epoch 4
@CosineDecay(overEpochs = 4)
interface OverAtOnce {}
