/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 120) @ResNet(depth = 18)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@PiecewiseDecay(atEpochs = {30, 60, 90}, factor = 0.1) @L2Decay(1e-4)
interface ResNet18 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 120) @ResNet(depth = 34)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@PiecewiseDecay(atEpochs = {30, 60, 90}, factor = 0.1) @L2Decay(1e-4)
interface ResNet34 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 120) @ResNet(depth = 50)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@PiecewiseDecay(atEpochs = {30, 60, 90}, factor = 0.1) @L2Decay(1e-4)
interface ResNet50 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 120) @ResNet(depth = 101)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@PiecewiseDecay(atEpochs = {30, 60, 90}, factor = 0.1) @L2Decay(1e-4)
interface ResNet101 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 120) @ResNet(depth = 152)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@PiecewiseDecay(atEpochs = {30, 60, 90}, factor = 0.1) @L2Decay(1e-4)
interface ResNet152 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 200) @ResNet(depth = 50, variant = ResNet.Variant.VD)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@CosineDecay @L2Decay(7e-5) @LabelSmoothing(0.1) @Mixup(alpha = 0.2)
interface ResNet50Vd {}

/** training tricks §5. */
@Recipe(epochs = 120) @ResNet(depth = 18)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@PiecewiseDecay(atEpochs = {30, 60, 90}, factor = 0.1) @L2Decay(1e-4) @LabelSmoothing(0.1)
interface ResNet18Smoothed {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 120) @MobileNetV1(width = 0.25)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@PiecewiseDecay(atEpochs = {30, 60, 90}, factor = 0.1) @L2Decay(3e-5)
interface MobileNetV1x025 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 120) @MobileNetV1(width = 0.5)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@PiecewiseDecay(atEpochs = {30, 60, 90}, factor = 0.1) @L2Decay(3e-5)
interface MobileNetV1x050 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 120) @MobileNetV1(width = 0.75)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@PiecewiseDecay(atEpochs = {30, 60, 90}, factor = 0.1) @L2Decay(3e-5)
interface MobileNetV1x075 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 120) @MobileNetV1(width = 1.0)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@PiecewiseDecay(atEpochs = {30, 60, 90}, factor = 0.1) @L2Decay(3e-5)
interface MobileNetV1x100 {}

/** training tricks §4. */
@Recipe(epochs = 120) @MobileNetV1(width = 0.25)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@PiecewiseDecay(atEpochs = {30, 60, 90}, factor = 0.1) @L2Decay(1e-4)
interface MobileNetV1x025Decayed {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 240) @MobileNetV2(width = 0.25)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.045, referenceBatch = 256)
@CosineDecay @L2Decay(3e-5)
interface MobileNetV2x025 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 240) @MobileNetV2(width = 0.5)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.045, referenceBatch = 256)
@CosineDecay @L2Decay(3e-5)
interface MobileNetV2x050 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 240) @MobileNetV2(width = 0.75)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.045, referenceBatch = 256)
@CosineDecay @L2Decay(4e-5)
interface MobileNetV2x075 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 240) @MobileNetV2(width = 1.0)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.045, referenceBatch = 256)
@CosineDecay @L2Decay(4e-5)
interface MobileNetV2x100 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 240) @MobileNetV2(width = 1.5)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.045, referenceBatch = 256)
@CosineDecay @L2Decay(4e-5)
interface MobileNetV2x150 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 240) @MobileNetV2(width = 2.0)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.045, referenceBatch = 256)
@CosineDecay @L2Decay(4e-5)
interface MobileNetV2x200 {}

/** training tricks §6. */
@Recipe(epochs = 240) @MobileNetV2(width = 0.25)
@ImageNet1k @RandomResizedCrop(value = 224, minScale = 0.2) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.045, referenceBatch = 256)
@CosineDecay @L2Decay(3e-5)
interface MobileNetV2x025Larger {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 360) @MobileNetV3(size = MobileNetV3.Size.LARGE, width = 1.0)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 1024, devices = 4) @LearningRate(reference = 0.1625, referenceBatch = 256)
@CosineDecay @LinearWarmup(epochs = 5) @L2Decay(2e-5) @LabelSmoothing(0.1) @AutoAugment
interface MobileNetV3Large {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 360) @MobileNetV3(size = MobileNetV3.Size.LARGE, width = 0.35)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 2048, devices = 4) @LearningRate(reference = 1.3, referenceBatch = 2048)
@CosineDecay @LinearWarmup(epochs = 5) @L2Decay(2e-5) @LabelSmoothing(0.1)
interface MobileNetV3LargeX035 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 360) @MobileNetV3(size = MobileNetV3.Size.LARGE, width = 0.5)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 2048, devices = 4) @LearningRate(reference = 1.3, referenceBatch = 2048)
@CosineDecay @LinearWarmup(epochs = 5) @L2Decay(2e-5) @LabelSmoothing(0.1)
interface MobileNetV3LargeX050 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 360) @MobileNetV3(size = MobileNetV3.Size.LARGE, width = 0.75)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 2048, devices = 4) @LearningRate(reference = 1.3, referenceBatch = 2048)
@CosineDecay @LinearWarmup(epochs = 5) @L2Decay(2e-5) @LabelSmoothing(0.1)
interface MobileNetV3LargeX075 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 360) @MobileNetV3(size = MobileNetV3.Size.LARGE, width = 1.25)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 2048, devices = 4) @LearningRate(reference = 1.3, referenceBatch = 2048)
@CosineDecay @LinearWarmup(epochs = 5) @L2Decay(4e-5) @LabelSmoothing(0.1)
interface MobileNetV3LargeX125 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 360) @MobileNetV3(size = MobileNetV3.Size.SMALL, width = 0.35)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 2048, devices = 4) @LearningRate(reference = 1.3, referenceBatch = 2048)
@CosineDecay @LinearWarmup(epochs = 5) @L2Decay(1e-5) @LabelSmoothing(0.1)
interface MobileNetV3SmallX035 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 360) @MobileNetV3(size = MobileNetV3.Size.SMALL, width = 0.5)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 2048, devices = 4) @LearningRate(reference = 1.3, referenceBatch = 2048)
@CosineDecay @LinearWarmup(epochs = 5) @L2Decay(1e-5) @LabelSmoothing(0.1)
interface MobileNetV3SmallX050 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 360) @MobileNetV3(size = MobileNetV3.Size.SMALL, width = 0.75)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 2048, devices = 4) @LearningRate(reference = 1.3, referenceBatch = 2048)
@CosineDecay @LinearWarmup(epochs = 5) @L2Decay(2e-5) @LabelSmoothing(0.1)
interface MobileNetV3SmallX075 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 360) @MobileNetV3(size = MobileNetV3.Size.SMALL, width = 1.0)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 2048, devices = 4) @LearningRate(reference = 1.3, referenceBatch = 2048)
@CosineDecay @LinearWarmup(epochs = 5) @L2Decay(2e-5) @LabelSmoothing(0.1)
interface MobileNetV3SmallX100 {}

/** PaddleClas, ppcls/configs/ImageNet. */
@Recipe(epochs = 360) @MobileNetV3(size = MobileNetV3.Size.SMALL, width = 1.25)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 2048, devices = 4) @LearningRate(reference = 1.3, referenceBatch = 2048)
@CosineDecay @LinearWarmup(epochs = 5) @L2Decay(2e-5) @LabelSmoothing(0.1)
interface MobileNetV3SmallX125 {}

/** PaddleClas, ppcls/configs/ImageNet, 5.2 for 8 cards of 1024. */
@Recipe(epochs = 360) @MobileNetV3(size = MobileNetV3.Size.SMALL, width = 1.0)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 8192, devices = 8) @LearningRate(reference = 5.2, referenceBatch = 8192)
@CosineDecay @LinearWarmup(epochs = 5) @L2Decay(2e-5) @LabelSmoothing(0.1)
interface MobileNetV3SmallUltra {}

/** PaddleClas, ppcls/configs/ImageNet/DataAugment. */
@Recipe(epochs = 300) @ResNet(depth = 50)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@CosineDecay @L2Decay(1e-4)
interface ResNet50WithStandard {}

/** PaddleClas, ppcls/configs/ImageNet/DataAugment. */
@Recipe(epochs = 300) @ResNet(depth = 50)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@CosineDecay @L2Decay(1e-4) @AutoAugment
interface ResNet50WithAutoAugment {}

/** PaddleClas, ppcls/configs/ImageNet/DataAugment. */
@Recipe(epochs = 300) @ResNet(depth = 50)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@CosineDecay @L2Decay(1e-4) @Mixup
interface ResNet50WithMixup {}

/** PaddleClas, ppcls/configs/ImageNet/DataAugment. */
@Recipe(epochs = 300) @ResNet(depth = 50)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@CosineDecay @L2Decay(1e-4) @CutMix
interface ResNet50WithCutMix {}

/** PaddleClas, ppcls/configs/ImageNet/DataAugment. */
@Recipe(epochs = 300) @ResNet(depth = 50)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@CosineDecay @L2Decay(1e-4) @Cutout
interface ResNet50WithCutout {}

/** PaddleClas, ppcls/configs/ImageNet/DataAugment. */
@Recipe(epochs = 300) @ResNet(depth = 50)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@CosineDecay @L2Decay(1e-4) @GridMask
interface ResNet50WithGridMask {}

/** PaddleClas, ppcls/configs/ImageNet/DataAugment. */
@Recipe(epochs = 300) @ResNet(depth = 50)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@CosineDecay @L2Decay(1e-4) @RandAugment
interface ResNet50WithRandAugment {}

/** PaddleClas, ppcls/configs/ImageNet/DataAugment. */
@Recipe(epochs = 300) @ResNet(depth = 50)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@CosineDecay @L2Decay(1e-4) @RandomErasing
interface ResNet50WithRandomErasing {}

/** PaddleClas, ppcls/configs/ImageNet/DataAugment. */
@Recipe(epochs = 300) @ResNet(depth = 50)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@CosineDecay @L2Decay(1e-4) @HideAndSeek
interface ResNet50WithHideAndSeek {}

/** training tricks §4. */
@Recipe(epochs = 300) @ResNet(depth = 50)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 4) @LearningRate(reference = 0.1, referenceBatch = 256)
@CosineDecay @L2Decay(7e-5) @RandAugment
interface ResNet50RandAugmentDecay {}

/** mmpretrain, resnet18_8xb32. */
@Recipe(epochs = 100) @ResNet(depth = 18, style = NetworkStyle.TORCHVISION)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 8) @LearningRate(reference = 0.1, referenceBatch = 256)
@PiecewiseDecay(atEpochs = {30, 60, 90}, factor = 0.1) @L2Decay(1e-4)
interface MmResNet18 {}

/** mmpretrain, resnet50_8xb32. */
@Recipe(epochs = 100) @ResNet(depth = 50, style = NetworkStyle.TORCHVISION)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 8) @LearningRate(reference = 0.1, referenceBatch = 256)
@PiecewiseDecay(atEpochs = {30, 60, 90}, factor = 0.1) @L2Decay(1e-4)
interface MmResNet50 {}

/** mmpretrain, mobilenet-v2_8xb32. */
@Recipe(epochs = 300) @MobileNetV2(style = NetworkStyle.TORCHVISION)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(0.9)
@Batch(value = 256, devices = 8) @LearningRate(reference = 0.045, referenceBatch = 256)
@StepDecay(everyEpochs = 1, factor = 0.98) @L2Decay(4e-5)
interface MmMobileNetV2 {}

/** mmpretrain, imagenet_bs2048_coslr. */
@Recipe(epochs = 100) @ResNet(depth = 50, style = NetworkStyle.TORCHVISION)
@ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum(value = 0.9, nesterov = true)
@Batch(value = 2048, devices = 8) @LearningRate(reference = 0.8, referenceBatch = 2048)
@CosineDecay @LinearWarmup(epochs = 5, startFactor = 0.25) @L2Decay(1e-4)
interface MmCosine {}

/** mmpretrain, resnet18_8xb16_cifar10. */
@Recipe(epochs = 200) @ResNet(depth = 18, stem = ResNet.Stem.SMALL, style = NetworkStyle.TORCHVISION)
@Cifar10 @PadAndCrop(pad = 4) @RandomFlip @Momentum(0.9)
@Batch(value = 128, devices = 8) @LearningRate(reference = 0.1, referenceBatch = 128)
@PiecewiseDecay(atEpochs = {100, 150}, factor = 0.1) @L2Decay(1e-4)
interface Cifar10ResNet18 {}
