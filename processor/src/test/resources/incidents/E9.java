// E9, mmpretrain#507, #80, #819: the number of classes, their names and the folders disagreed
@Recipe(epochs = 8) @LeNet @Momentum @CosineDecay @ResizeTo(28)
@Dataset(classes = 4, trainExamples = 1000, channels = 1, smallestSide = 28)
@Normalize(mean = 0.5, std = 0.5)
@Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
// error: [CLASSES_MISMATCH]
@ClassNames({"cat", "dog", "horse"})
interface FewerNames {}
