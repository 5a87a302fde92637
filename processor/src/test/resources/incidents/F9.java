// F9, kornia#4414: a crop that silently enlarges
@Recipe(epochs = 8) @LeNet @Momentum @CosineDecay
@Dataset(classes = 10, trainExamples = 1000, channels = 1, smallestSide = 32)
@Normalize(mean = 0.5, std = 0.5)
@Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
// warning: [CROP_EXCEEDS_IMAGE]
@RandomResizedCrop(96)
interface Enlarged {}
