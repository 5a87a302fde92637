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
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A recipe: one component for each slot that is filled. The rules check it, the generated pipeline
 * carries it, the run executes it and stores it.
 *
 * <p>While a recipe is being checked, slots may be empty and values out of range: an accessor of a
 * required slot then throws, so rules name the slots that they need.
 */
public final class RecipeSpec {
  private final Map<Slot, List<Component>> components = new EnumMap<>(Slot.class);

  private RecipeSpec(List<? extends Component> components) {
    for (Component component : components) {
      Slot slot = component.slot();
      List<Component> present = all(slot);
      boolean repeated = present.stream().anyMatch(p -> p.getClass() == component.getClass());
      if (repeated || present.size() == slot.capacity()) {
        throw new IllegalArgumentException("too many components in slot " + slot);
      }
      this.components.put(slot, Stream.concat(present.stream(), Stream.of(component)).toList());
    }
  }

  /**
   * A recipe made of the given components, in any order.
   *
   * @throws IllegalArgumentException if components compete for one slot
   */
  public static RecipeSpec of(Component... components) {
    return new RecipeSpec(List.of(components));
  }

  /** As {@link #of(Component...)}. */
  public static RecipeSpec of(List<? extends Component> components) {
    return new RecipeSpec(components);
  }

  /**
   * The recipe with other components in a slot.
   *
   * @param present all that shall fill it; none empties it
   * @throws IllegalArgumentException if they compete for the slot
   */
  public RecipeSpec with(Slot slot, Component... present) {
    return new RecipeSpec(
        Stream.concat(
                components().stream().filter(component -> component.slot() != slot),
                Stream.of(present))
            .toList());
  }

  /** The components in the order of their slots. */
  public List<Component> components() {
    return components.values().stream().flatMap(List::stream).toList();
  }

  /**
   * Whether a component fills the slot whose values can be asked for: not one of a user's own whose
   * class cannot run while a compiler does.
   */
  public boolean has(Slot slot) {
    return !all(slot).isEmpty() && all(slot).stream().allMatch(RecipeSpec::canBeAsked);
  }

  private static boolean canBeAsked(Component component) {
    if (component.slot() == Slot.OPTIMIZER) {
      return component instanceof Optimizer;
    }
    return !(component instanceof OpenComponent open)
        || open.instance().isPresent()
        || (open.slot() != Slot.MODEL && open.slot() != Slot.SCHEDULE);
  }

  /** The components in the slot; more than one only where the slot takes several. */
  public List<Component> all(Slot slot) {
    return components.getOrDefault(slot, List.of());
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

  /**
   * The warm-up; {@link Warmup#NONE} if the slot is empty. One given in updates is as long as the
   * declared number of training examples makes it.
   */
  public Warmup warmup() {
    return warmup(updatesPerEpoch());
  }

  private Warmup warmup(OptionalLong updatesPerEpoch) {
    return find(Slot.WARMUP, LinearWarmup.class)
        .map(warmup -> warmup.warmup(updatesPerEpoch))
        .orElse(Warmup.NONE);
  }

  /**
   * Optimiser updates in one epoch of the declared data; empty if the number of training examples
   * is not given or makes no batch.
   */
  public OptionalLong updatesPerEpoch() {
    boolean known =
        has(Slot.DATASET)
            && has(Slot.BATCH)
            && batch().value() > 0
            && dataset().trainExamples().isPresent();
    long updates = known ? batch().updatesPerEpoch(dataset().trainExamples().getAsInt()) : 0;
    return updates > 0 ? OptionalLong.of(updates) : OptionalLong.empty();
  }

  /** Coupled decay, if that is the decay. */
  public Optional<L2Decay> decay() {
    return find(Slot.DECAY, L2Decay.class);
  }

  public Optional<Crop> crop() {
    return find(Slot.CROP, Crop.class);
  }

  public Optional<RandomFlip> flip() {
    return find(Slot.FLIP, RandomFlip.class);
  }

  /** Weights to start from, if the recipe does not start anew. */
  public Optional<Pretrained> pretrained() {
    return find(Slot.PRETRAINED, Pretrained.class);
  }

  /** Which epochs are stored: as written, else every one and the last three kept. */
  public Checkpoint checkpoint() {
    return find(Slot.CHECKPOINT, Checkpoint.class).orElse(Checkpoint.USUAL);
  }

  /** The values of k of the accuracies that are reported: as written, else 1 and 5. */
  public List<Integer> topK() {
    return find(Slot.TOP_K, TopK.class).orElse(TopK.USUAL).value();
  }

  /** As written, else that of the pretrained weights, else that of the data set. */
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
        .map(EvaluationCrop::forTrainingSize);
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

  /** Share of each label that is spread over all classes; 0 if labels are not smoothed. */
  public double smoothing() {
    return find(Slot.SMOOTHING, LabelSmoothing.class).map(LabelSmoothing::value).orElse(0.0);
  }

  /** How much each class counts in the loss, if not all count the same. */
  public Optional<ClassWeights> classWeights() {
    return find(Slot.CLASS_WEIGHTS, ClassWeights.class);
  }

  /** The ways in which batches are mixed. */
  public List<Mix> mixes() {
    return all(Slot.MIX).stream().filter(Mix.class::isInstance).map(Mix.class::cast).toList();
  }

  /**
   * Share of the batches that are mixed in one of the ways: as written, else an equal part of what
   * the written ones leave of 1.
   */
  public double probability(Mix mix) {
    double written = mixes().stream().mapToDouble(m -> m.probability().orElse(0)).sum();
    long others = mixes().stream().filter(m -> m.probability().isEmpty()).count();
    return mix.probability().orElseGet(() -> Math.max(1 - written, 0) / others);
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

  /** The network with one output for each class of the data set, and the recipe's dropout. */
  public Network network() {
    Network network = model().network(dataset().classes());
    return find(Slot.DROPOUT, Dropout.class)
        .map(dropout -> network.withDropout(dropout.value()))
        .orElse(network);
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
    return new LearningRateCurve(
        peak(),
        schedule(),
        warmup(OptionalLong.of(updatesPerEpoch)),
        recipe().epochs(),
        updatesPerEpoch);
  }

  private <T extends Component> T required(Slot slot, Class<T> type) {
    return find(slot, type)
        .orElseThrow(() -> new NoSuchElementException("no component in slot " + slot));
  }

  /** The component in the slot that is of the given type. */
  public <T extends Component> Optional<T> find(Slot slot, Class<T> type) {
    return all(slot).stream().filter(type::isInstance).map(type::cast).findFirst();
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
    return "RecipeSpec" + components();
  }
}
