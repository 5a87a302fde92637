// F1, PaddleClas PR#267: random erasing after the layout was changed had no effect
@ComponentOf(value = Slot.ERASE, implementation = ByteEraser.class)
@interface EraseBytes {}

class ByteEraser implements dev.recipe4j.runtime.augment.ImageOperation {
  @Override
  public dev.recipe4j.runtime.data.Image apply(
      dev.recipe4j.runtime.data.Image image, dev.recipe4j.runtime.data.Draw draw) {
    return image;
  }
}

@Recipe(epochs = 120)
@ResNet(depth = 50) @ImageNet1k @RandomResizedCrop(224) @Momentum
@Batch(256) @LearningRate(reference = 0.1, referenceBatch = 256) @PiecewiseDecay(atEpochs = {30, 60, 90})
// error: [AUGMENT_STAGE] ByteEraser takes images of 8-bit samples (0 to 255, height x width x channels), but the slot ERASE has normalised images (float32 around 0, channels x height x width)
@EraseBytes
interface ErasesAfterTheLayoutChanged {}
