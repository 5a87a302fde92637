package dev.recipe4j;

import java.util.Set;

/** Everything that is checked in a recipe; {@code docs/rules/NAME.md} explains each. */
public enum Rule {
  STRUCTURE(Severity.ERROR, Kind.STRUCTURAL, "a recipe is a class or interface that can be named"),
  RECIPE_ID(Severity.ERROR, Kind.STRUCTURAL, "a recipe id is lower-case words joined by hyphens"),
  MISSING_SLOT(Severity.ERROR, Kind.STRUCTURAL, "a recipe fills every required slot"),
  DUPLICATE_SLOT(Severity.ERROR, Kind.STRUCTURAL, "a recipe fills a slot once"),
  AMBIGUOUS_SLOT(Severity.ERROR, Kind.STRUCTURAL, "a slot is inherited or composed from one place"),
  ONE_OF_MEMBERS(
      Severity.ERROR, Kind.STRUCTURAL, "members that belong together are written together"),
  VALUE_RANGE(Severity.ERROR, Kind.STRUCTURAL, "a value lies in its documented range"),
  UNUSED_MEMBER(Severity.WARNING, Kind.STRUCTURAL, "nothing is written that has no effect"),
  OPEN_COMPONENT(
      Severity.ERROR,
      Kind.STRUCTURAL,
      "a component of one's own can be made and used by a pipeline"),
  NO_RUNTIME(Severity.ERROR, Kind.STRUCTURAL, "everything that a recipe says can be executed"),

  LR_BATCH_SCALING(Severity.ERROR, Kind.NUMERIC, "the peak learning rate follows the batch"),
  LR_REFERENCE_MISSING(
      Severity.WARNING, Kind.NUMERIC, "a learning rate says for which batch it is known to work"),
  REFERENCE_IS_PER_DEVICE(
      Severity.WARNING, Kind.NUMERIC, "the reference batch is the total over all devices"),
  SCALING_FAMILY(
      Severity.WARNING,
      Kind.NUMERIC,
      "the Adam family scales the learning rate with the root of the batch"),
  LARGE_BATCH_WITHOUT_WARMUP(Severity.WARNING, Kind.NUMERIC, "a large batch starts with a warm-up"),
  SCALING_RANGE(Severity.WARNING, Kind.NUMERIC, "the batch is within 32 times the reference batch"),
  PEAK_LR_EXTREME(Severity.WARNING, Kind.NUMERIC, "the peak learning rate is of a usual size"),
  BATCH_NOT_DIVISIBLE(Severity.ERROR, Kind.NUMERIC, "the batch is a whole number of shards"),
  ZERO_STEPS(Severity.ERROR, Kind.NUMERIC, "an epoch has an update", Place.DATA),
  BATCH_EXCEEDS_DATA(
      Severity.WARNING, Kind.NUMERIC, "a batch is not larger than the training data", Place.DATA),
  LAST_BATCH_OF_ONE(
      Severity.WARNING,
      Kind.NUMERIC,
      "batch normalisation never sees a single example",
      Place.DATA),
  BATCH_REMAINDER(
      Severity.WARNING,
      Kind.NUMERIC,
      "at most a tenth of the examples is left out of an epoch",
      Place.DATA),
  BATCH_NORM_SMALL(
      Severity.WARNING, Kind.NUMERIC, "batch normalisation sees eight examples or more"),
  EFFECTIVE_BATCH(Severity.INFO, Kind.NUMERIC, "says what batch and peak learning rate amount to"),

  BOUNDARIES_ORDER(Severity.ERROR, Kind.NUMERIC, "boundaries increase and are positive"),
  BOUNDARY_UNREACHED(Severity.ERROR, Kind.NUMERIC, "every boundary is reached in training"),
  BOUNDARY_IN_WARMUP(
      Severity.ERROR, Kind.NUMERIC, "without a shift, boundaries come after the warm-up"),
  VALUES_LENGTH(
      Severity.ERROR, Kind.NUMERIC, "a piecewise decay has one value more than boundaries"),
  VALUES_ORDER(
      Severity.WARNING, Kind.NUMERIC, "the values of a piecewise decay fall from the peak"),
  SCHEDULE_HORIZON(Severity.WARNING, Kind.NUMERIC, "a schedule ends where training ends"),
  LR_JUMP(Severity.WARNING, Kind.NUMERIC, "the learning rate does not jump where the warm-up ends"),
  FINAL_LR(
      Severity.WARNING,
      Kind.NUMERIC,
      "the learning rate ends at a tenth of the peak or less",
      Place.ANNOTATIONS,
      Place.DATA),
  GAMMA_TOO_FAST(
      Severity.WARNING,
      Kind.NUMERIC,
      "an exponential decay lasts for half of training",
      Place.ANNOTATIONS,
      Place.DATA),
  COSINE_FEW_EPOCHS(Severity.INFO, Kind.NUMERIC, "a cosine on a large data set has 200 epochs"),

  WARMUP_TOO_LONG(
      Severity.ERROR,
      Kind.NUMERIC,
      "the warm-up leaves time to train",
      Place.ANNOTATIONS,
      Place.DATA),
  WARMUP_ZERO_STEPS(Severity.ERROR, Kind.NUMERIC, "a warm-up lasts an update or more", Place.DATA),
  WARMUP_START(Severity.ERROR, Kind.NUMERIC, "a warm-up starts below the peak"),
  WARMUP_UNITS(
      Severity.WARNING, Kind.NUMERIC, "a warm-up in steps is of a usual length", Place.DATA),
  EFFECTIVE_BOUNDARIES(Severity.INFO, Kind.NUMERIC, "says at which epochs shifted boundaries act"),

  SOFT_LABELS_NEEDED(Severity.ERROR, Kind.NUMERIC, "soft labels go to a loss that takes them"),
  SMOOTHING_STRONG(Severity.WARNING, Kind.NUMERIC, "labels are smoothed by 0.3 at most"),
  SMOOTHING_SMALL_MODEL(Severity.INFO, Kind.NUMERIC, "small networks have hard labels"),
  SMOOTHING_SUGGESTED(Severity.INFO, Kind.NUMERIC, "large networks on much data have soft labels"),
  CLASSES_MISMATCH(Severity.ERROR, Kind.NUMERIC, "every class has a name", Place.DATA, Place.RUN),
  CLASS_NAMES_SUSPECT(
      Severity.WARNING,
      Kind.NUMERIC,
      "class names are not those of folders around the classes",
      Place.DATA),
  TOPK(Severity.ERROR, Kind.NUMERIC, "a top-k takes fewer outputs than there are classes"),
  TRAIN_ACCURACY_MIXED(
      Severity.INFO, Kind.NUMERIC, "says that accuracy on mixed batches is not comparable"),

  L2_WITH_ADAM(Severity.WARNING, Kind.NUMERIC, "Adam has decoupled weight decay"),
  L2_SMALL_MODEL(Severity.INFO, Kind.NUMERIC, "small networks have little weight decay"),
  L2_HEAVY_AUGMENTATION(
      Severity.INFO, Kind.NUMERIC, "with strong augmentation there is less weight decay"),
  L2_DATA_SIZE(
      Severity.INFO, Kind.NUMERIC, "weight decay suits the number of examples", Place.DATA),
  AUGMENT_SMALL_DATA(
      Severity.INFO, Kind.NUMERIC, "few examples are augmented strongly", Place.DATA),
  CROP_SCALE_SMALL_MODEL(Severity.INFO, Kind.NUMERIC, "small networks have mild crops"),
  REGULARISATION_BUDGET(
      Severity.WARNING, Kind.NUMERIC, "small networks have three regularisers at most"),
  DECAY_ON_NORM(Severity.INFO, Kind.NUMERIC, "says whether norm and bias are decayed"),
  OPTIMIZER_CHOICE(
      Severity.INFO, Kind.NUMERIC, "says that momentum SGD reaches the higher accuracy"),

  CROP_EXCEEDS_IMAGE(
      Severity.WARNING, Kind.NUMERIC, "a training crop is at most twice the image", Place.DATA),
  AUGMENT_RAMP(
      Severity.WARNING, Kind.NUMERIC, "an augmentation reaches its full strength in training"),
  AUGMENT_PARAMETER(Severity.ERROR, Kind.NUMERIC, "an augmentation fits its input"),
  INPUT_TOO_SMALL(Severity.WARNING, Kind.NUMERIC, "the input is large enough for the network"),
  CHANNELS_MISMATCH(
      Severity.ERROR,
      Kind.NUMERIC,
      "normalisation has a value for each channel",
      Place.ANNOTATIONS,
      Place.RUN),
  EVALUATION_SIZE(Severity.WARNING, Kind.NUMERIC, "evaluation sees images of the size of training"),

  EMA_WINDOW(
      Severity.WARNING,
      Kind.NUMERIC,
      "a moving average of weights spans at most 30 % of training",
      Place.DATA),
  EARLY_STOP_DEAD(
      Severity.WARNING,
      Kind.NUMERIC,
      "early stopping can end the training, after the learning rate has fallen"),
  CADENCE(Severity.ERROR, Kind.NUMERIC, "the run is evaluated before it ends"),

  HEAD_SHAPE(Severity.INFO, Kind.NUMERIC, "says that a classifier of other classes starts anew"),
  WEIGHTS_NETWORK(Severity.ERROR, Kind.NUMERIC, "pretrained weights are those of the network"),
  FINETUNE_LR(
      Severity.WARNING,
      Kind.NUMERIC,
      "the learning rate of fine-tuning suits the number of examples",
      Place.ANNOTATIONS,
      Place.DATA),
  NORMALISATION_MISMATCH(
      Severity.ERROR, Kind.NUMERIC, "pretrained weights see the normalisation of their training"),
  FREEZE_UNKNOWN(Severity.ERROR, Kind.NUMERIC, "a frozen stage is one of the network"),

  DATA_DRIFT(Severity.ERROR, Kind.RUN_START, "the data is the data that was scanned", Place.RUN),
  RESUME_CHANGED(
      Severity.ERROR, Kind.RUN_START, "a run goes on with what it was begun with", Place.RUN),

  AUGMENT_STAGE(
      Severity.ERROR, Kind.STRUCTURAL, "an augmentation stands where it can read the images"),
  DECAY_TWICE(Severity.ERROR, Kind.STRUCTURAL, "weights are decayed in one way only"),
  ACCEPT_REASON(Severity.ERROR, Kind.STRUCTURAL, "an accept gives its reason"),
  ACCEPT_UNNEEDED(Severity.WARNING, Kind.STRUCTURAL, "an accept has a finding to accept"),
  ACCEPT_NOT_POSSIBLE(Severity.ERROR, Kind.STRUCTURAL, "a structural rule is not accepted");

  /** What must be known for a rule to speak. */
  public enum Place {
    /** The annotations alone. */
    ANNOTATIONS,
    /** The facts of the data set; a rule is quiet while they are not given. */
    DATA,
    /** The data itself, or components that the compiler cannot run: asked at run time. */
    RUN
  }

  private enum Kind {
    STRUCTURAL,
    NUMERIC,
    RUN_START
  }

  private final Severity severity;
  private final Kind kind;
  private final String summary;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is
  private final Set<Place> places;

  Rule(Severity severity, Kind kind, String summary, Place... places) {
    this.severity = severity;
    this.kind = kind;
    this.summary = summary;
    this.places = places.length == 0 ? Set.of(Place.ANNOTATIONS) : Set.of(places);
  }

  /** The severity of most of its findings; single findings may weigh less. */
  public Severity severity() {
    return severity;
  }

  /** Whether {@link Accept} may accept its findings. */
  public boolean canBeAccepted() {
    return kind == Kind.NUMERIC;
  }

  /** Where its findings come from; the annotations alone unless it says otherwise. */
  public Set<Place> places() {
    return places;
  }

  /** Whether it is asked of data or of a stopped run: when a run starts, not by the compiler. */
  public boolean isAskedAtRunStart() {
    return kind == Kind.RUN_START;
  }

  /** What the rule demands or says, in one line without a full stop. */
  public String summary() {
    return summary;
  }
}
