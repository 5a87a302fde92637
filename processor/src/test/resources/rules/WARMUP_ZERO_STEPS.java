@Recipe(epochs = 8)
@LeNet @Normalize(mean = 0.5, std = 0.5) @Momentum @CosineDecay
@Dataset(classes = 10, channels = 1, imageSize = 28, trainExamples = 640)
@LearningRate(reference = 0.05, referenceBatch = 64)
@Batch(64)
// error: [WARMUP_ZERO_STEPS] a warm-up of 0.04 epochs is 0.4 of the 10 updates of an epoch, which rounds to 0
@LinearWarmup(epochs = 0.04)
interface NoWarmup {}
