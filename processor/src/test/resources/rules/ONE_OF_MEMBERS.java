@Recipe(epochs = 8)
@LeNet @FashionMnist @Batch(64) @Momentum @CosineDecay
@LearningRate(
    // error: [ONE_OF_MEMBERS] reference = 0.05 is written without referenceBatch
    reference = 0.05)
interface HalfAPair {}

@Recipe(epochs = 8)
@LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
@Momentum
@PiecewiseDecay(
    atEpochs = 3,
    // error: [ONE_OF_MEMBERS] atEpochs = {3} and atSteps = {4} of @PiecewiseDecay exclude each other
    atSteps = 4)
interface TwoUnits {}

@Recipe(epochs = 8)
@LeNet @FashionMnist @Batch(64) @LearningRate(reference = 0.05, referenceBatch = 64)
@Momentum
// error: [ONE_OF_MEMBERS] @PiecewiseDecay says neither atEpochs nor atSteps
@PiecewiseDecay
interface NoBoundaries {}
