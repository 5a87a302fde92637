@ComponentOf(value = Slot.POLICY, implementation = Blur.class)
@interface Blurred {
  double radius();
}

class Blur implements dev.recipe4j.runtime.augment.ImageOperation {
  Blur(int radius) {}

  @Override
  public dev.recipe4j.runtime.data.Image apply(
      dev.recipe4j.runtime.data.Image image, dev.recipe4j.runtime.data.Draw draw) {
    return image;
  }
}

@ComponentOf(value = Slot.SCHEDULE, implementation = Blur.class)
@interface Falling {
  int value();
}

@ComponentOf(Slot.ERASE)
@interface Homeless {}

@ComponentOf(value = Slot.BATCH, implementation = Blur.class)
@interface Batched {
  int value();
}

@Recipe(epochs = 8)
@LeNet @FashionMnist @LearningRate(reference = 0.05, referenceBatch = 64) @Momentum
// error: [OPEN_COMPONENT] Blur has no constructor Blur(double) for the members of @Blurred
@Blurred(radius = 2)
// error: [OPEN_COMPONENT] Blur cannot stand in the slot SCHEDULE: it is no dev.recipe4j.schedule.Schedule
@Falling(2)
// error: [OPEN_COMPONENT] @Homeless fills the slot ERASE but names no class that executes it
@Homeless
// error: [OPEN_COMPONENT] @Batched cannot fill the slot BATCH: it takes components of recipe4j only
@Batched(64)
interface BadOpen {}

@Recipe(epochs = 8) @LeNet @FashionMnist @Batch(64) @Momentum @CosineDecay
@LearningRate(reference = 0.05, referenceBatch = 64)
// error: [OPEN_COMPONENT] String has no @Weights: nothing is known of the file
@Pretrained(String.class)
interface BadWeights {}
