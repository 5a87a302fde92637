@Recipe(epochs = 8)
@LeNet @Normalize(mean = 0.5, std = 0.5) @Momentum @CosineDecay
@Batch(64)
@Dataset(classes = 10, channels = 1, imageSize = 28, trainExamples = 640)
@LearningRate(reference = 0.05, referenceBatch = 64)
// warning: [CROP_EXCEEDS_IMAGE] a training crop of 57 pixels is more than twice the smallest image side of 28
@RandomResizedCrop(57)
interface Enlarged {}

@Recipe(epochs = 8)
@LeNet @Normalize(mean = 0.5, std = 0.5) @Momentum @CosineDecay
@Batch(64)
@Dataset(classes = 10, channels = 1, imageSize = 28, trainExamples = 640)
@LearningRate(reference = 0.05, referenceBatch = 64)
// error: [CROP_EXCEEDS_IMAGE] a padding of 28 pixels is as large as the image side of 28
@PadAndCrop(pad = 28)
interface PaddedAway {}
