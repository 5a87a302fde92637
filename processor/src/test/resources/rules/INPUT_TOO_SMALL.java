@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
// warning: [INPUT_TOO_SMALL] an input of 3x32x32 leaves 1x1 to layer stage4.block2.conv2.conv of ResNet50
@RandomResizedCrop(32)
interface TinyInput {}

@Recipe(epochs = 8)
@LeNet @Normalize(mean = 0.5, std = 0.5) @Momentum @CosineDecay
@Batch(64)
@Dataset(classes = 10, channels = 1, imageSize = 28, trainExamples = 640)
@LearningRate(reference = 0.05, referenceBatch = 64)
// error: [INPUT_TOO_SMALL] an input of 1x11x11 does not fit the network: LeNet, layer pool2
@ResizeTo(11)
interface NothingLeft {}
