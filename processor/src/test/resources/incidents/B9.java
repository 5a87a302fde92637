// B9, Pointcept#173: a data set smaller than the batch: no step at all
@Recipe(epochs = 10) @LeNet @Momentum @ConstantRate @ResizeTo(28)
@Normalize(mean = 0.5, std = 0.5)
@Dataset(classes = 10, trainExamples = 100, channels = 1, smallestSide = 28)
@LearningRate(reference = 0.01, referenceBatch = 128)
// error: [ZERO_STEPS]
@Batch(value = 128, dropLast = true)
interface NoStep {}
