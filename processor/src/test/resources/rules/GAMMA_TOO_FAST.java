@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256)
@ExponentialDecay(
    gamma = 0.98,
    // warning: [GAMMA_TOO_FAST] gamma 0.98 per step takes the learning rate below 1e-4 of the peak after 456 steps, at epoch 0.0911089 of 120: did you mean per epoch
    per = Per.STEP)
interface PerStep {}

@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256)
// warning: [GAMMA_TOO_FAST] gamma 0.5 per epoch takes the learning rate below 1e-4 of the peak after 14 epochs, at epoch 14 of 120
@ExponentialDecay(gamma = 0.5, per = Per.EPOCH)
interface PerEpoch {}
