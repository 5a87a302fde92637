@Recipe(epochs = 100)
@LeNet @Momentum @CosineDecay @ResizeTo(28) @Normalize(mean = 0.5, std = 0.5)
@Dataset(classes = 10, trainExamples = 6400, channels = 1, smallestSide = 28)
@Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
// warning: [EMA_WINDOW] an average with decay 0.9999 has a window of 10000 updates, 100 % of the 10000 updates of training, more than 30 %
@Ema(decay = 0.9999)
interface Wide {}
