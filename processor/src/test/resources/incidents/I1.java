// I1, torchvision#1040, #3547, #2555, senet.pytorch#73, InternImage#297: pretrained weights of 1000 classes for another number
// info: [HEAD_SHAPE]
@Weights(normalize = @Normalize(mean = {0.5, 0.5, 0.5}, std = {0.5, 0.5, 0.5}),
    checksum = "sha256:0000000000000000000000000000000000000000000000000000000000000000", origin = "published")
@MobileNetV1(width = 0.25)
interface ThousandClasses {}

@Recipe(id = "flowers", epochs = 30) @MobileNetV1(width = 0.25) @RandomResizedCrop(value = 224, minScale = 0.2) @Momentum @CosineDecay
@Batch(256) @LearningRate(reference = 0.01, referenceBatch = 256) @Dataset(classes = 5, trainExamples = 50000)
@Pretrained(ThousandClasses.class)
interface Flowers {}
