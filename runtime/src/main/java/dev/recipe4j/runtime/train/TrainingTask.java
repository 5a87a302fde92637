package dev.recipe4j.runtime.train;

import dev.recipe4j.declaration.Setting;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.ClassNames;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.RecipeSpec;
import dev.recipe4j.spec.Unexecuted;
import java.nio.file.Path;
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
  void check() {
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

  private void requireSome(String what, Examples examples) {
    if (examples.size() == 0) {
      throw new RunException("no %s images in %s".formatted(what, data.description()));
    }
  }

  /** Shape of a pre-processed training image. */
  Shape input() {
    return trainChain.shape(data.train().first());
  }

  /** The learning rate of every update; it follows the data, not what the recipe declares. */
  LearningRateCurve curve() {
    return recipe.curve(data.train().size());
  }
}
