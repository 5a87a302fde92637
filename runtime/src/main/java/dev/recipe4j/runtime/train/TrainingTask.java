package dev.recipe4j.runtime.train;

import dev.recipe4j.declaration.Setting;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.data.BalancedData;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.engine.LossWeights;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.ClassNames;
import dev.recipe4j.spec.ClassWeights;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.RecipeSpec;
import dev.recipe4j.spec.Unexecuted;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is trained, on what.
 *
 * @param recipe the recipe
 * @param trainChain pre-processing of training images
 * @param evaluationChain pre-processing of images that are evaluated
 * @param data the images
 * @param settings values that were set for this run; the recipe has them already
 * @param weights the file of the recipe's pretrained weights, if it is not in the user's store
 */
public record TrainingTask(
    RecipeSpec recipe,
    Batched<?> trainChain,
    Batched<HardLabels> evaluationChain,
    ImageData data,
    List<Setting> settings,
    Optional<Path> weights) {
  public TrainingTask {
    settings = List.copyOf(settings);
  }

  /** A training whose weights, if it starts from some, are in the user's store. */
  public TrainingTask(
      RecipeSpec recipe,
      Batched<?> trainChain,
      Batched<HardLabels> evaluationChain,
      ImageData data,
      List<Setting> settings) {
    this(recipe, trainChain, evaluationChain, data, settings, Optional.empty());
  }

  /**
   * Checks that data and recipe fit each other.
   *
   * @throws RunFindingException if a rule is broken that asks the data
   * @throws RunException saying what else does not fit
   */
  public void check() {
    requireRuntime();
    DataRules.check(recipe, data);
    requireSome("training", data.train());
    requireSome("validation", data.validation());
    if (recipe.batch().updatesPerEpoch(data.train().size()) == 0) {
      throw new RunException(
          "%d training images make no batch of %d"
              .formatted(data.train().size(), recipe.batch().value()));
    }
    if (!input().equals(recipe.inputShape())) {
      throw new RunException(
          "the network of %s sees images of %s, but these are %s: add @ResizeTo(%d) to the recipe,"
                  .formatted(
                      recipe.recipe().id(),
                      recipe.inputShape(),
                      input(),
                      recipe.inputShape().height())
              + " or mend imageSize of its data set");
    }
  }

  /** A recipe may come from elsewhere than the compiler, which would have refused it. */
  private void requireRuntime() {
    for (Component component : recipe.components()) {
      Unexecuted.gap(component)
          .ifPresent(
              gap -> {
                throw new RunException(
                    "the recipe %s asks for %s, which has no runtime in this version: %s"
                        .formatted(recipe.recipe().id(), component, gap.instead()));
              });
    }
  }

  /** Names of the classes: those of the data, else of the recipe, else their numbers. */
  List<String> classNames() {
    return data.classNames()
        .or(() -> recipe.classNames().map(ClassNames::value))
        .orElseGet(() -> IntStream.range(0, data.classes()).mapToObj(Integer::toString).toList());
  }

  /**
   * How much each class counts in the loss: as written, else balanced by the training images. A
   * class without images counts as the mean does.
   *
   * @throws RunException if there are not as many weights as classes, or one is no weight
   */
  LossWeights lossWeights() {
    Optional<ClassWeights> weights = recipe.classWeights();
    if (weights.isEmpty()) {
      return LossWeights.EQUAL;
    }
    List<Double> written = weights.get().isBalanced() ? balancedWeights() : weights.get().value();
    if (written.size() != data.classes()) {
      throw new RunException(
          "the recipe %s has %d class weights for %d classes: write one for each class"
              .formatted(recipe.recipe().id(), written.size(), data.classes()));
    }
    try {
      return LossWeights.of(written);
    } catch (IllegalArgumentException e) {
      throw new RunException("@ClassWeights: " + e.getMessage(), e);
    }
  }

  private List<Double> balancedWeights() {
    Examples train = data.train();
    long[] count = new long[data.classes()];
    for (int i = 0; i < train.size(); i++) {
      count[train.label(i)]++;
    }
    long present = Arrays.stream(count).filter(n -> n > 0).count();
    return Arrays.stream(count)
        .mapToObj(n -> n == 0 ? 1 : (double) train.size() / (present * n))
        .toList();
  }

  /** That unequal classes are evened out twice, if they are. */
  Optional<String> weighingNote() {
    return recipe
        .classWeights()
        .filter(weights -> data instanceof BalancedData)
        .map(
            weights ->
                weights.isBalanced()
                    ? "@ClassWeights has no effect: with --class-balanced all classes are met as"
                        + " often; drop one of the two"
                    : "@ClassWeights and --class-balanced both even out the classes: rare ones"
                        + " count twice; drop one of the two");
  }

  private void requireSome(String what, Examples examples) {
    if (examples.size() == 0) {
      throw new RunException("no %s images in %s".formatted(what, data.description()));
    }
  }

  /** Shape of a pre-processed training image. */
  public Shape input() {
    return trainChain.shape(data.train().first());
  }

  /** The learning rate of every update; it follows the data, not what the recipe declares. */
  public LearningRateCurve curve() {
    return recipe.curve(data.train().size());
  }
}
