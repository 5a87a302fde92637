import dev.recipe4j.*;

/** Someone changed the batch from 256 to 1024. */
@Recipe(epochs = 120)
@ResNet(depth = 50)
@ImageNet1k
@Batch(1024)
@LearningRate(reference = 0.1, referenceBatch = 256, peak = 0.1)
@Momentum(0.9)
@LinearWarmup(epochs = 5)
@CosineDecay
@L2Decay(1e-4)
@RandomResizedCrop(224)
@RandomFlip
public interface ResNet50Large {}
