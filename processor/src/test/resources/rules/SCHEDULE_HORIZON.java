@Recipe(epochs = 100)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256)
// warning: [SCHEDULE_HORIZON] a cosine over 200 epochs in 100 epochs of training: the learning rate ends at 0.05, 50 % of the peak 0.1
@CosineDecay(overEpochs = 200)
interface Longer {}

@Recipe(epochs = 100)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum @LinearWarmup
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256)
// warning: [SCHEDULE_HORIZON] a polynomial over 55 epochs in the 95 epochs of training after the warm-up: the learning rate is constant at 0 after epoch 60
@PolynomialDecay(overEpochs = 55)
interface Shorter {}
