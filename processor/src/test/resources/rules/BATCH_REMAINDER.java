@Recipe(epochs = 8)
@LeNet @Normalize(mean = 0.5, std = 0.5) @Momentum @CosineDecay
@Dataset(classes = 10, channels = 1, imageSize = 28, trainExamples = 127)
@LearningRate(reference = 0.05, referenceBatch = 64)
@Batch(
    value = 64,
    // warning: [BATCH_REMAINDER] dropLast leaves out 63 of 127 training examples each epoch, 49.6 %
    dropLast = true)
interface HalfLeftOut {}
