@Weights(normalize = @Normalize(mean = {0.485, 0.456, 0.406}, std = {0.229, 0.224, 0.225}),
    checksum = "sha256:0000000000000000000000000000000000000000000000000000000000000000", origin = "published")
@MobileNetV1(width = 0.25)
interface PaddleMobileNet {}
@Recipe(epochs = 30) @MobileNetV1(width = 0.25) @RandomResizedCrop(value = 224, minScale = 0.2) @Momentum
@CosineDecay @Batch(256) @LearningRate(reference = 0.01, referenceBatch = 256)
@Dataset(classes = 5, trainExamples = 50000)
// info: [HEAD_SHAPE] the weights PaddleMobileNet tell 1000 classes apart, the data set has 5
@Pretrained(PaddleMobileNet.class)
interface Flowers {}
