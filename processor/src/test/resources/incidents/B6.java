// B6, CodefyUI#238: 50 epochs of a cycle of 1000: the learning rate hardly moved
@Recipe(epochs = 50) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @Batch(256)
@LearningRate(reference = 0.1, referenceBatch = 256)
// warning: [SCHEDULE_HORIZON] a cosine over 1000 epochs in 50 epochs of training: the learning rate ends at 0.09938, 99.4 % of the peak 0.1
@CosineDecay(overEpochs = 1000)
interface HardlyMoves {}
