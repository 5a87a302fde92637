@Weights(normalize = @Normalize(mean = {0.485, 0.456, 0.406}, std = {0.229, 0.224, 0.225}),
    checksum = "sha256:0000000000000000000000000000000000000000000000000000000000000000", origin = "published")
@MobileNetV1(width = 0.25)
interface PaddleMobileNet {}
@Recipe(epochs = 30) @MobileNetV1(width = 0.25) @RandomResizedCrop(value = 224, minScale = 0.2) @Momentum
@CosineDecay @Batch(256) @Dataset(classes = 5, trainExamples = 900)
// warning: [FINETUNE_LR] the peak learning rate of fine-tuning, 0.01 at batch 256, is 0.01 at batch 256, above 0.001 for 900 examples
@LearningRate(reference = 0.01, referenceBatch = 256)
@Pretrained(PaddleMobileNet.class)
interface TooFast {}
