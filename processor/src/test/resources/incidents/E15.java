// E15, mmdetection#8734, #6532: the mismatch of classes was found only after the first epoch
@Recipe(epochs = 8) @LeNet @Momentum @CosineDecay @ResizeTo(28)
@Dataset(classes = 80, trainExamples = 1000, channels = 1, smallestSide = 28)
@Normalize(mean = 0.5, std = 0.5)
@Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
// error: [CLASSES_MISMATCH]
@ClassNames({"person", "car"})
interface Coco {}
