@Recipe(epochs = 8)
@LeNet @Normalize(mean = 0.5, std = 0.5) @Momentum @CosineDecay
@Dataset(classes = 10, channels = 1, imageSize = 28, trainExamples = 63)
@LearningRate(reference = 0.05, referenceBatch = 64)
@Batch(
    dropLast = true,
    // error: [ZERO_STEPS] an epoch has no update: dropLast leaves out all 63 training examples
    value = 64)
interface NoUpdate {}
