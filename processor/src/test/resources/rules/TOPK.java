@Recipe(epochs = 8)
@LeNet @Momentum @CosineDecay @ResizeTo(28) @Normalize(mean = 0.5, std = 0.5)
@Dataset(classes = 4, trainExamples = 1000, channels = 1, smallestSide = 28)
@Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
// error: [TOPK] top-5 with classes = 4: the network has 4 outputs
@TopK({1, 5})
interface Beyond {}

@Recipe(epochs = 8)
@LeNet @Momentum @CosineDecay @ResizeTo(28) @Normalize(mean = 0.5, std = 0.5)
@Dataset(classes = 5, trainExamples = 1000, channels = 1, smallestSide = 28)
@Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
// warning: [TOPK] top-5 with classes = 5 is always 100 %
@TopK({1, 5})
interface All {}

@Recipe(epochs = 8)
@LeNet @Momentum @CosineDecay @ResizeTo(28) @Normalize(mean = 0.5, std = 0.5)
@Dataset(classes = 4, trainExamples = 1000, channels = 1, smallestSide = 28)
@Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
@TopK
interface NotWritten {}
