// H4, yolov3#469, ClassyVision#177: decay on batch norm
// info: [DECAY_ON_NORM]
@Recipe(id = "decayed", epochs = 8) @ResNet(depth = 18, stem = ResNet.Stem.SMALL) @Cifar10 @Momentum
@Batch(64) @CosineDecay @LearningRate(reference = 0.05, referenceBatch = 64) @L2Decay(1e-4)
interface Decayed {}
