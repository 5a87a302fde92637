// F14, PaddleClas#1232, PaddleOCR#1104, #3698, face.evoLVe#36, arcface-tf2#40: evaluation at another size than training
@Recipe(epochs = 100) @ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @RandomFlip @Momentum @Batch(256) @CosineDecay
@LearningRate(reference = 0.1, referenceBatch = 256)
// warning: [EVALUATION_SIZE]
@EvaluationCrop(resize = 146, crop = 128)
interface OtherSize {}
