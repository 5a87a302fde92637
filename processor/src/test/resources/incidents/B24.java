// B24, keras PR#18722, tensorflow#53284: decay steps from an unknown number of batches: constant or NaN learning rate
@Recipe(epochs = 10) @LeNet @Momentum @CosineDecay @ResizeTo(28)
@Normalize(mean = 0.5, std = 0.5)
@Dataset(classes = 10, trainExamples = 63, channels = 1, smallestSide = 28)
@LearningRate(reference = 0.01, referenceBatch = 64)
// error: [ZERO_STEPS]
@Batch(value = 64, dropLast = true)
interface Unknown {}
