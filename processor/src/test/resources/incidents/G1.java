// G1, mmpretrain#1421, fastai#1352, pytorch#7716, raster-vision#1029, nncf PR#379: a last batch of one example with batch normalisation
@Recipe(epochs = 8) @ResNet(depth = 18, stem = ResNet.Stem.SMALL) @Momentum @CosineDecay
@Dataset(classes = 10, trainExamples = 1025, imageSize = 32)
@Normalize(mean = {0.5, 0.5, 0.5}, std = {0.5, 0.5, 0.5})
@LearningRate(reference = 0.1, referenceBatch = 64)
// warning: [LAST_BATCH_OF_ONE]
@Batch(64)
interface OneLeft {}
