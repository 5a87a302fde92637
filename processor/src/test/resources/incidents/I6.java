// I6, PaddleClas#1935, PaddleDetection#5013, PaddleOCR#8129: no way to freeze layers: must compile, and a wrong stage must not
@Weights(normalize = @Normalize(mean = {0.5, 0.5, 0.5}, std = {0.5, 0.5, 0.5}),
    checksum = "sha256:0000000000000000000000000000000000000000000000000000000000000000", origin = "published")
@MobileNetV1(width = 0.25)
interface Published {}

@Recipe(id = "frozen", epochs = 30) @MobileNetV1(width = 0.25) @RandomResizedCrop(value = 224, minScale = 0.2) @Momentum @CosineDecay
@Batch(256) @LearningRate(reference = 0.01, referenceBatch = 256) @Dataset(classes = 5, trainExamples = 50000)
@Pretrained(value = Published.class, freeze = {"stem", "block1", "block2"})
interface Frozen {}

@Recipe(id = "frozen-wrongly")
@Pretrained(
    value = Published.class,
    // error: [FREEZE_UNKNOWN]
    freeze = {"stem", "block31"})
interface FrozenWrongly extends Frozen {}
