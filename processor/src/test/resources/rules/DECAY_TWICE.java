@Recipe(epochs = 8)
@LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
@Momentum @CosineDecay @L2Decay(1e-4)
// error: [DECAY_TWICE] weights are decayed twice: @DecoupledWeightDecay(0.01) beside @L2Decay(1e-4)
@DecoupledWeightDecay(0.01)
interface Twice {}
