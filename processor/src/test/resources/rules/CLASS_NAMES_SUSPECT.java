@Recipe(epochs = 8)
@LeNet @Normalize(mean = 0.5, std = 0.5) @Momentum @CosineDecay
@Batch(64)
@Dataset(classes = 2, channels = 1, imageSize = 28, trainExamples = 640)
@LearningRate(reference = 0.05, referenceBatch = 64)
// warning: [CLASS_NAMES_SUSPECT] 2 of 2 class names look like parts of a data set, not like classes: train, val
@ClassNames({"train", "val"})
interface Splits {}
