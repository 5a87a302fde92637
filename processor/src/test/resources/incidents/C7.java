// C7, mmdetection#7789: fewer steps in training than in the warm-up
@Recipe(epochs = 12) @LeNet @Momentum @ResizeTo(28) @CosineDecay
@Normalize(mean = 0.5, std = 0.5)
@Dataset(classes = 10, trainExamples = 640, channels = 1, smallestSide = 28)
@Batch(64) @LearningRate(reference = 0.01, referenceBatch = 64)
// error: [WARMUP_TOO_LONG]
@LinearWarmup(steps = 500)
interface MoreWarmUp {}
