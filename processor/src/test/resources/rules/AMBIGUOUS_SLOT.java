@Recipe(epochs = 8)
@LeNet @FashionMnist
// error: [AMBIGUOUS_SLOT] @Cifar10 fills the slots DATASET, CLASS_NAMES and NORMALIZE differently from @FashionMnist (from @Cifar10)
@Cifar10
@Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64) @Momentum @CosineDecay
interface TwoDataSets {}
