package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.Shape;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.schedule.Warmup;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A recipe: one component for each slot that is filled. The rules check it, the generated pipeline
 * carries it, the run executes it and stores it.
 *
 * <p>While a recipe is being checked, slots may be empty and values out of range: an accessor of a
 * required slot then throws, so rules name the slots that they need.
 */
public final class RecipeSpec {
  /** Published practice: the training size 224 is evaluated at a shorter side of 256. */
  private static final double EVALUATION_RESIZE = 256.0 / 224;

  private final Map<Slot, Component> components = new EnumMap<>(Slot.class);

  private RecipeSpec(List<? extends Component> components) {
    for (Component component : components) {
      if (this.components.put(component.slot(), component) != null) {
        throw new IllegalArgumentException("two components in slot " + component.slot());
      }
    }
  }

  /**
   * A recipe made of the given components, in any order.
   *
   * @throws IllegalArgumentException if two components fill one slot
   */
  public static RecipeSpec of(Component... components) {
    return new RecipeSpec(List.of(components));
  }

  /** As {@link #of(Component...)}. */
  public static RecipeSpec of(List<? extends Component> components) {
    return new RecipeSpec(components);
  }

  /** The components in the order of their slots. */
  public List<Component> components() {
    return List.copyOf(components.values());
  }

  /** Whether a component fills the slot. */
  public boolean has(Slot slot) {
    return components.containsKey(slot);
  }

  public Recipe recipe() {
    return required(Slot.RECIPE, Recipe.class);
  }

  public Model model() {
    return required(Slot.MODEL, Model.class);
  }

  public Dataset dataset() {
    return required(Slot.DATASET, Dataset.class);
  }

  public Optional<ClassNames> classNames() {
    return find(Slot.CLASS_NAMES, ClassNames.class);
  }

  public Batch batch() {
    return required(Slot.BATCH, Batch.class);
  }

  public LearningRate learningRate() {
    return required(Slot.LEARNING_RATE, LearningRate.class);
  }

  public Optimizer optimizer() {
    return required(Slot.OPTIMIZER, Optimizer.class);
  }

  public ScheduleComponent schedule() {
    return required(Slot.SCHEDULE, ScheduleComponent.class);
  }

  /** The warm-up; {@link Warmup#NONE} if the slot is empty. */
  public Warmup warmup() {
    return find(Slot.WARMUP, LinearWarmup.class).map(LinearWarmup::warmup).orElse(Warmup.NONE);
  }

  public Optional<L2Decay> decay() {
    return find(Slot.DECAY, L2Decay.class);
  }

  public Optional<Crop> crop() {
    return find(Slot.CROP, Crop.class);
  }

  public Optional<RandomFlip> flip() {
    return find(Slot.FLIP, RandomFlip.class);
  }

  public Normalize normalize() {
    return required(Slot.NORMALIZE, Normalize.class);
  }

  /**
   * How an image is cut for evaluation: as written, else derived from the training size; empty if
   * an image of a fixed-size data set is taken as it is, or resized whole.
   */
  public Optional<EvaluationCrop> evaluation() {
    Optional<EvaluationCrop> written = find(Slot.EVALUATION, EvaluationCrop.class);
    if (written.isPresent()) {
      return written;
    }
    return crop()
        .filter(RandomResizedCrop.class::isInstance)
        .map(crop -> crop.size().getAsInt())
        .map(size -> new EvaluationCrop((int) Math.round(size * EVALUATION_RESIZE), size));
  }

  /** The peak learning rate: as written, else the reference scaled to the batch. */
  public double peak() {
    LearningRate lr = learningRate();
    return lr.peak()
        .orElseGet(
            () ->
                lr.expected(batch(), optimizer())
                    .orElseThrow(
                        () -> new NoSuchElementException("neither a peak nor a reference pair")));
  }

  /** Side of the square that the network sees in training, if the recipe says it. */
  public OptionalInt inputSize() {
    OptionalInt cropped = crop().map(Crop::size).orElse(OptionalInt.empty());
    return cropped.isPresent() ? cropped : dataset().imageSize();
  }

  /** What the network sees in training: channels, height, width. */
  public Shape inputShape() {
    int side = inputSize().orElseThrow(() -> new NoSuchElementException("no input size"));
    return new Shape(dataset().channels(), side, side);
  }

  /** The network with one output for each class of the data set. */
  public Network network() {
    return model().network(dataset().classes());
  }

  /**
   * The learning rate of every update of a run.
   *
   * @param trainExamples how many examples the run trains on
   * @throws IllegalArgumentException if an epoch has no update
   */
  public LearningRateCurve curve(long trainExamples) {
    long updatesPerEpoch = batch().updatesPerEpoch(trainExamples);
    if (updatesPerEpoch == 0) {
      throw new IllegalArgumentException(
          "%d training examples make no batch of %d".formatted(trainExamples, batch().value()));
    }
    return new LearningRateCurve(peak(), schedule(), warmup(), recipe().epochs(), updatesPerEpoch);
  }

  private <T extends Component> T required(Slot slot, Class<T> type) {
    return find(slot, type)
        .orElseThrow(() -> new NoSuchElementException("no component in slot " + slot));
  }

  private <T extends Component> Optional<T> find(Slot slot, Class<T> type) {
    return Optional.ofNullable(components.get(slot)).map(type::cast);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecipeSpec that && components.equals(that.components);
  }

  @Override
  public int hashCode() {
    return components.hashCode();
  }

  @Override
  public String toString() {
    return "RecipeSpec" + components.values();
  }
}
