@Recipe(epochs = 8)
@LeNet @Normalize(mean = 0.5, std = 0.5) @Momentum @CosineDecay
@Dataset(classes = 10, channels = 1, imageSize = 28, trainExamples = 63)
@LearningRate(reference = 0.05, referenceBatch = 64)
// warning: [BATCH_EXCEEDS_DATA] batch 64 is larger than the 63 training examples
@Batch(64)
interface FullBatch {}
