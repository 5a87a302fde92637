// A3, PaddleClas#109: only the class count was changed; the learning rate climbs past 2.4 and the loss is NaN
@Recipe(epochs = 360)
@ResNet(depth = 18)
@Dataset(classes = 2, trainExamples = 20_000, smallestSide = 256)
@Normalize(mean = {0.5, 0.5, 0.5}, std = {0.5, 0.5, 0.5})
@RandomResizedCrop(224) @Momentum @LinearWarmup(epochs = 5) @CosineDecay
@Batch(256)
// error: [LR_BATCH_SCALING] peak learning rate 2.6
// warning: [PEAK_LR_EXTREME]
@LearningRate(reference = 0.65, referenceBatch = 1024, peak = 2.6)
interface IdCards {}
