@Recipe(epochs = 100)
@LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
@Momentum
@PiecewiseDecay(
    factor = 0.1,
    // error: [BOUNDARIES_ORDER] boundaries {30, 20} are not positive and increasing
    atEpochs = {30, 20})
interface Backwards {}
