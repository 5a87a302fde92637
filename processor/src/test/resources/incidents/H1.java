// H1, RecBole#872, NCR#2; PaddleClas: decay in the loss and in the optimiser; one of them was ignored
@Recipe(epochs = 8) @LeNet @FashionMnist @Batch(64) @Momentum @CosineDecay
@LearningRate(reference = 0.05, referenceBatch = 64)
@L2Decay(1e-4)
// error: [DECAY_TWICE]
@DecoupledWeightDecay(1e-2)
interface Twice {}
