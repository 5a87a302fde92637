// C5, PaddleX#1625: boundaries at 150 and 240 acted at 196 and 286: a warm-up of 1000 steps at 22 steps an epoch
@Recipe(epochs = 300) @LeNet @Momentum @ResizeTo(28) @Normalize(mean = 0.5, std = 0.5)
@Dataset(classes = 10, trainExamples = 1408, channels = 1, smallestSide = 28)
@Batch(64) @LearningRate(reference = 0.01, referenceBatch = 64)
// info: [EFFECTIVE_BOUNDARIES] decay at 150/240 acts at epochs 195.455/285.455, after a warm-up of 1000 steps (45.4545 epochs)
@PiecewiseDecay(atEpochs = {150, 240}, factor = 0.1)
// warning: [WARMUP_UNITS] a warm-up of 1000 steps is 45.4545 epochs of 22 steps, more than 20 epochs
@LinearWarmup(steps = 1000)
interface Delayed {}
