import dev.recipe4j.*;

/** Five faults: all are told in one compile. */
@Recipe(epochs = 60)
@ResNet(depth = 50)
@ImageNet1k
@Batch(1024)
@LearningRate(reference = 0.1, referenceBatch = 256, peak = 0.1)
@Momentum(1.5)
@LinearWarmup(epochs = 15)
@PiecewiseDecay(atEpochs = {30, 60, 90}, factor = 0.1)
@RandomResizedCrop(224)
@RandomFlip
@L2Decay(-1e-4)
public interface FiveFaults {}
