// I5, fastai PR#1316: normalisation for transfer is debated
@Weights(normalize = @Normalize(mean = {0.5, 0.5, 0.5}, std = {0.5, 0.5, 0.5}),
    checksum = "sha256:0000000000000000000000000000000000000000000000000000000000000000", origin = "published")
@MobileNetV1(width = 0.25)
interface BetweenOnes {}

@Recipe(epochs = 30) @MobileNetV1(width = 0.25) @RandomResizedCrop(value = 224, minScale = 0.2) @Momentum @CosineDecay
@Batch(256) @LearningRate(reference = 0.01, referenceBatch = 256) @Dataset(classes = 5, trainExamples = 50000)
@Pretrained(BetweenOnes.class) @Normalize(mean = {0.5, 0.5, 0.5}, std = {0.5, 0.5, 0.5})
interface AsTheWeights {}

@Recipe(epochs = 30) @MobileNetV1(width = 0.25) @RandomResizedCrop(value = 224, minScale = 0.2) @Momentum @CosineDecay
@Batch(256) @LearningRate(reference = 0.01, referenceBatch = 256) @Dataset(classes = 5, trainExamples = 50000)
@Pretrained(BetweenOnes.class)
// error: [NORMALISATION_MISMATCH]
@Normalize(mean = {0.46, 0.42, 0.3}, std = {0.5, 0.5, 0.5})
interface AsTheData {}
