@Recipe(epochs = 8)
@LeNet @FashionMnist @Batch(64) @Momentum @CosineDecay
@LearningRate(
    // warning: [LR_REFERENCE_MISSING] peak learning rate 0.05
    peak = 0.05,
    // warning: [UNUSED_MEMBER] scaling = LINEAR has no effect: there is no reference pair
    scaling = LearningRate.Scaling.LINEAR)
// warning: [UNUSED_MEMBER] @Without(Slot.WARMUP) empties nothing: no parent fills the slot
@Without(Slot.WARMUP)
interface Idle {}
