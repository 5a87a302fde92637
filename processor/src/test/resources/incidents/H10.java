// H10, yolov5#4389: an average of weights over more steps than there are
@Recipe(epochs = 100) @LeNet @Momentum @ResizeTo(28) @Normalize(mean = 0.5, std = 0.5)
@Dataset(classes = 10, trainExamples = 640, channels = 1, smallestSide = 28)
@Batch(64) @LearningRate(reference = 0.01, referenceBatch = 64) @CosineDecay
// warning: [EMA_WINDOW] an average with decay 0.9999 has a window of 10000 updates, 1000 % of the 1000 updates of training, more than 30 %
@Ema(decay = 0.9999)
interface LooksBackTooFar {}
