// B5, CodefyUI#205: a horizon that is not the training cost 2 to 4 points; sometimes it is meant
@Recipe(epochs = 100) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @Batch(256)
@LearningRate(reference = 0.1, referenceBatch = 256)
// warning: [SCHEDULE_HORIZON] a cosine over 200 epochs in 100 epochs of training: the learning rate ends at 0.05, 50 % of the peak 0.1
@CosineDecay(overEpochs = 200)
interface HalfWay {}

@Recipe(epochs = 100) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @Batch(256)
@LearningRate(reference = 0.1, referenceBatch = 256)
@CosineDecay(overEpochs = 200)
@Accept(rule = Rule.SCHEDULE_HORIZON, because = "the first half of a run that another recipe continues")
interface Meant {}
