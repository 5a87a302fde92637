@Recipe(epochs = 8)
@LeNet @Normalize(mean = 0.5, std = 0.5) @Momentum @CosineDecay
@Batch(64)
@Dataset(classes = 10, channels = 1, imageSize = 28, trainExamples = 640)
@LearningRate(reference = 0.05, referenceBatch = 64)
// error: [CLASSES_MISMATCH] 2 class names are given for 10 classes
@ClassNames({"cat", "dog"})
interface TwoNames {}

@Recipe(epochs = 8)
@LeNet @Normalize(mean = 0.5, std = 0.5) @Momentum @CosineDecay
@Batch(64)
@Dataset(classes = 10, channels = 1, imageSize = 28, trainExamples = 640)
@LearningRate(reference = 0.05, referenceBatch = 64)
// error: [CLASSES_MISMATCH] 3 class weights are given for 10 classes
@ClassWeights({1, 2, 3})
interface ThreeWeights {}
