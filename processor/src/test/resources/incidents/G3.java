// G3, neural-graphics-model-gym PR#147, PaddleScience PR#355, ddsp_pytorch#34: no batch at all: division by zero
@Recipe(epochs = 8) @LeNet @Momentum @CosineDecay @ResizeTo(28)
@Dataset(classes = 10, trainExamples = 40, channels = 1, smallestSide = 28)
@Normalize(mean = 0.5, std = 0.5)
@LearningRate(reference = 0.1, referenceBatch = 64)
// error: [ZERO_STEPS]
@Batch(value = 64, dropLast = true)
interface NoBatch {}
