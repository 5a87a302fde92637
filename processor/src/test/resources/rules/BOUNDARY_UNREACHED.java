@Recipe(epochs = 50)
@LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
@Momentum
// error: [BOUNDARY_UNREACHED] boundary 60 is never reached in 50 epochs
@PiecewiseDecay(atEpochs = {30, 60})
interface Short {}

@Recipe(epochs = 62)
@LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
@Momentum @LinearWarmup
// warning: [BOUNDARY_UNREACHED] boundary 60 is never reached in 62 epochs
@PiecewiseDecay(atEpochs = {30, 60})
interface Delayed {}
