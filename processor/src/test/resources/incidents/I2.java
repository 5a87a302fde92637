// I2, mlverse/torchvision#376: a head of 21,841 classes by default for 1k weights
// info: [HEAD_SHAPE]
@Weights(classes = 21841, normalize = @Normalize(mean = {0.5, 0.5, 0.5}, std = {0.5, 0.5, 0.5}),
    checksum = "sha256:0000000000000000000000000000000000000000000000000000000000000000", origin = "published")
@MobileNetV1(width = 0.25)
interface ManyClasses {}

@Recipe(id = "thousand", epochs = 30) @MobileNetV1(width = 0.25) @RandomResizedCrop(value = 224, minScale = 0.2) @Momentum @CosineDecay
@Batch(256) @LearningRate(reference = 0.01, referenceBatch = 256) @Dataset(classes = 1000, trainExamples = 1281167)
@Pretrained(ManyClasses.class)
interface Thousand {}
