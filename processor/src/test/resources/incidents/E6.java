// E6, PaddleClas#2773: label 1262 in a data set of 2 classes
@Recipe(epochs = 8) @LeNet @Momentum @CosineDecay @ResizeTo(28)
@Dataset(classes = 2, trainExamples = 1000, channels = 1, smallestSide = 28)
@Normalize(mean = 0.5, std = 0.5)
@Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
// error: [CLASSES_MISMATCH]
@ClassNames({"cat", "dog", "horse"})
interface MoreNames {}
