package dev.recipe4j.rules;

import dev.recipe4j.*;
import dev.recipe4j.declaration.Implementation.Fault;
import dev.recipe4j.declaration.Site;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For every rule a recipe that violates it. */
final class FiringRecipes {
  private static final RecipeFixture SOUND = RecipeFixture.resnet50();
  private static final RecipeFixture COSINE = SOUND.with(CosineDecay.class);
  private static final RecipeFixture SMALL = SOUND.with(MobileNetV1.class, "width", 0.25);

  /** ResNet50 with weights of its own. */
  private static final RecipeFixture TUNED =
      SOUND
          .without(Slot.NORMALIZE)
          .with(
              Pretrained.class,
              "value",
              RecipeFixture.weights("PaddleResNet50", ResNet.class, "depth", 50));

  private static final Map<Rule, RecipeFixture> FIRING = new EnumMap<>(Rule.class);

  private FiringRecipes() {}

  static {
    FIRING.put(Rule.STRUCTURE, SOUND);
    FIRING.put(Rule.RECIPE_ID, SOUND.with(Recipe.class, "id", "A B", "epochs", 120));
    FIRING.put(Rule.MISSING_SLOT, SOUND.without(Slot.BATCH));
    FIRING.put(Rule.DUPLICATE_SLOT, SOUND.adding(CosineDecay.class));
    FIRING.put(
        Rule.AMBIGUOUS_SLOT,
        SOUND
            .without(Slot.BATCH)
            .composing("Small", 1, Batch.class, "value", 16)
            .composing("Large", 1, Batch.class, "value", 256));
    FIRING.put(Rule.ONE_OF_MEMBERS, SOUND.with(LearningRate.class, "reference", 0.1));
    FIRING.put(Rule.VALUE_RANGE, SOUND.with(Momentum.class, "value", 1.0));
    FIRING.put(
        Rule.UNUSED_MEMBER,
        SOUND.with(Dataset.class, "classes", 1000, "imageSize", 300, "smallestSide", 300));
    FIRING.put(
        Rule.NO_RUNTIME,
        SOUND.with(RandomResizedCrop.class, "value", 224, "interpolation", Interpolation.LINEAR));

    FIRING.put(Rule.LR_BATCH_SCALING, rate(256, "peak", 0.2, "reference", 0.1));
    FIRING.put(Rule.LR_REFERENCE_MISSING, SOUND.with(LearningRate.class, "peak", 0.1));
    FIRING.put(
        Rule.REFERENCE_IS_PER_DEVICE,
        rate(64, "peak", 0.1, "reference", 0.1)
            .with(Batch.class, "value", 256, "devices", 4)
            .with(LinearWarmup.class));
    FIRING.put(
        Rule.SCALING_FAMILY, rate(256, "reference", 1e-3, "scaling", "LINEAR").with(AdamW.class));
    FIRING.put(Rule.LARGE_BATCH_WITHOUT_WARMUP, SOUND.with(Batch.class, "value", 1024));
    FIRING.put(Rule.SCALING_RANGE, SOUND.with(Batch.class, "value", 8193).with(LinearWarmup.class));
    FIRING.put(Rule.PEAK_LR_EXTREME, rate(256, "reference", 0.6));
    FIRING.put(Rule.BATCH_NOT_DIVISIBLE, SOUND.with(Batch.class, "value", 256, "devices", 3));
    FIRING.put(
        Rule.ZERO_STEPS,
        data("trainExamples", 255).with(Batch.class, "value", 256, "dropLast", true));
    FIRING.put(Rule.BATCH_EXCEEDS_DATA, data("trainExamples", 255));
    FIRING.put(Rule.LAST_BATCH_OF_ONE, data("trainExamples", 513));
    FIRING.put(
        Rule.BATCH_REMAINDER,
        data("trainExamples", 511).with(Batch.class, "value", 256, "dropLast", true));
    FIRING.put(Rule.BATCH_NORM_SMALL, SOUND.with(Batch.class, "value", 256, "devices", 64));
    FIRING.put(Rule.EFFECTIVE_BATCH, SOUND);

    FIRING.put(
        Rule.BOUNDARIES_ORDER, SOUND.with(PiecewiseDecay.class, "atEpochs", List.of(60, 30)));
    FIRING.put(Rule.BOUNDARY_UNREACHED, SOUND.with(Recipe.class, "epochs", 80));
    FIRING.put(
        Rule.BOUNDARY_IN_WARMUP, SOUND.with(LinearWarmup.class, "epochs", 30.0, "shift", false));
    FIRING.put(
        Rule.VALUES_LENGTH,
        SOUND.with(PiecewiseDecay.class, "atEpochs", List.of(30), "values", List.of(0.1)));
    FIRING.put(
        Rule.VALUES_ORDER,
        SOUND.with(PiecewiseDecay.class, "atEpochs", List.of(30), "values", List.of(0.01, 0.1)));
    FIRING.put(Rule.SCHEDULE_HORIZON, SOUND.with(CosineDecay.class, "overEpochs", 200.0));
    FIRING.put(Rule.LR_JUMP, COSINE.with(LinearWarmup.class, "epochs", 60.0, "shift", false));
    FIRING.put(
        Rule.FINAL_LR, SOUND.with(PiecewiseDecay.class, "atEpochs", List.of(60), "factor", 0.5));
    FIRING.put(
        Rule.GAMMA_TOO_FAST, SOUND.with(ExponentialDecay.class, "gamma", 0.98, "per", "STEP"));
    FIRING.put(Rule.COSINE_FEW_EPOCHS, COSINE);
    FIRING.put(Rule.WARMUP_TOO_LONG, COSINE.with(LinearWarmup.class, "epochs", 60.0));
    FIRING.put(Rule.WARMUP_ZERO_STEPS, SOUND.with(LinearWarmup.class, "epochs", 1e-5));
    FIRING.put(Rule.WARMUP_START, SOUND.with(LinearWarmup.class, "startFactor", 1.0));
    FIRING.put(
        Rule.WARMUP_UNITS,
        COSINE.with(Recipe.class, "epochs", 300).with(LinearWarmup.class, "steps", 200_000));
    FIRING.put(Rule.EFFECTIVE_BOUNDARIES, SOUND.with(LinearWarmup.class));

    FIRING.put(
        Rule.SOFT_LABELS_NEEDED,
        SOUND.with(LabelSmoothing.class).addingOpen(Slot.LOSS, "Focal", false));
    FIRING.put(Rule.SMOOTHING_STRONG, SOUND.with(LabelSmoothing.class, "value", 0.4));
    FIRING.put(Rule.SMOOTHING_SMALL_MODEL, SMALL.with(LabelSmoothing.class));
    FIRING.put(Rule.SMOOTHING_SUGGESTED, SOUND);
    FIRING.put(Rule.CLASSES_MISMATCH, SOUND.with(ClassNames.class, "value", List.of("a", "b")));
    FIRING.put(
        Rule.CLASS_NAMES_SUSPECT,
        data("classes", 2).with(ClassNames.class, "value", List.of("train", "val")));
    FIRING.put(Rule.TOPK, data("classes", 4).with(TopK.class, "value", List.of(1, 5)));
    FIRING.put(Rule.TRAIN_ACCURACY_MIXED, SOUND.with(Mixup.class));

    FIRING.put(
        Rule.L2_WITH_ADAM,
        rate(256, "reference", 0.001).with(Adam.class).with(L2Decay.class, "value", 1e-4));
    FIRING.put(
        Rule.DECAY_TWICE,
        SOUND.with(L2Decay.class, "value", 1e-4).adding(DecoupledWeightDecay.class, "value", 0.05));
    FIRING.put(Rule.L2_SMALL_MODEL, SMALL.with(L2Decay.class, "value", 1e-4));
    FIRING.put(
        Rule.L2_HEAVY_AUGMENTATION,
        SOUND.with(RandAugment.class).with(L2Decay.class, "value", 1e-4));
    FIRING.put(Rule.L2_DATA_SIZE, SOUND.with(L2Decay.class, "value", 2e-4));
    FIRING.put(Rule.AUGMENT_SMALL_DATA, data("trainExamples", 9999));
    FIRING.put(Rule.CROP_SCALE_SMALL_MODEL, SMALL);
    FIRING.put(
        Rule.REGULARISATION_BUDGET,
        SMALL
            .with(AutoAugment.class)
            .with(Cutout.class)
            .with(Mixup.class)
            .with(LabelSmoothing.class));
    FIRING.put(Rule.DECAY_ON_NORM, SOUND.with(L2Decay.class, "value", 1e-4));
    FIRING.put(Rule.OPTIMIZER_CHOICE, rate(256, "reference", 0.001).with(Adam.class));

    FIRING.put(
        Rule.AUGMENT_STAGE,
        SOUND.addingFaulty(
            Slot.ERASE, "Blurred", new Fault(Rule.AUGMENT_STAGE, "Blur takes bytes", "move it")));
    FIRING.put(Rule.CROP_EXCEEDS_IMAGE, data("smallestSide", 100));
    FIRING.put(Rule.AUGMENT_RAMP, SOUND.with(GridMask.class, "rampEpochs", 240));
    FIRING.put(Rule.AUGMENT_PARAMETER, SOUND.with(Cutout.class, "value", 225));
    FIRING.put(Rule.INPUT_TOO_SMALL, SOUND.with(RandomResizedCrop.class, "value", 32));
    FIRING.put(Rule.CHANNELS_MISMATCH, data("channels", 1));
    FIRING.put(Rule.EVALUATION_SIZE, SOUND.with(EvaluationCrop.class, "resize", 256, "crop", 192));

    FIRING.put(Rule.EMA_WINDOW, data("trainExamples", 2560).with(Ema.class, "decay", 0.9999));
    FIRING.put(Rule.EARLY_STOP_DEAD, SOUND.with(EarlyStopping.class, "patience", 120));
    FIRING.put(Rule.CADENCE, SOUND.with(Recipe.class, "epochs", 120, "evaluateEvery", 121));

    FIRING.put(Rule.HEAD_SHAPE, TUNED.with(Dataset.class, "classes", 100));
    FIRING.put(Rule.WEIGHTS_NETWORK, TUNED.with(ResNet.class, "depth", 18));
    FIRING.put(
        Rule.FINETUNE_LR, TUNED.with(LearningRate.class, "reference", 0.11, "referenceBatch", 256));
    FIRING.put(
        Rule.NORMALISATION_MISMATCH,
        TUNED.with(Normalize.class, "mean", List.of(.4, .4, .4), "std", List.of(.5, .5, .5)));
    FIRING.put(
        Rule.FREEZE_UNKNOWN,
        TUNED.with(
            Pretrained.class,
            "value",
            RecipeFixture.weights("PaddleResNet50", ResNet.class, "depth", 50),
            "freeze",
            List.of("stage9")));

    FIRING.put(
        Rule.ACCEPT_REASON,
        SOUND.with(Batch.class, "value", 1024).accepting(Rule.LARGE_BATCH_WITHOUT_WARMUP, " "));
    FIRING.put(Rule.ACCEPT_UNNEEDED, SOUND.accepting(Rule.LR_BATCH_SCALING, "because"));
    FIRING.put(Rule.ACCEPT_NOT_POSSIBLE, SOUND.accepting(Rule.VALUE_RANGE, "because"));
  }

  /** A recipe that violates the rule. */
  static RecipeFixture of(Rule rule) {
    return Optional.ofNullable(FIRING.get(rule)).orElseThrow();
  }

  /** On what stands what violates the rule. */
  static Site site(Rule rule) {
    return rule == Rule.STRUCTURE ? new Site(Optional.of("generic")) : Site.SOUND;
  }

  static List<Rule> rules() {
    return List.copyOf(FIRING.keySet());
  }

  private static RecipeFixture rate(int referenceBatch, Object... members) {
    Object[] all = java.util.Arrays.copyOf(members, members.length + 2);
    all[members.length] = "referenceBatch";
    all[members.length + 1] = referenceBatch;
    return SOUND.with(LearningRate.class, all);
  }

  private static RecipeFixture data(String fact, Object value) {
    return fact.equals("classes")
        ? SOUND.with(Dataset.class, fact, value)
        : SOUND.with(Dataset.class, "classes", 1000, fact, value);
  }
}
