// E11, mmpretrain#667, #810; timm#807; modelscope PR#269; C3D#242: top-5 with fewer classes: a crash after the first epoch
@Recipe(epochs = 20) @LeNet @Momentum @ResizeTo(28) @Normalize(mean = 0.5, std = 0.5)
@Dataset(classes = 3, trainExamples = 3000, channels = 1, smallestSide = 28)
@Batch(64) @LearningRate(reference = 0.01, referenceBatch = 64) @CosineDecay
// error: [TOPK] top-5 with classes = 3: the network has 3 outputs
@TopK({1, 5})
interface ThreeClasses {}
