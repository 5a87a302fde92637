package dev.recipe4j.runtime.train;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.RecipeSpec;

/**
 * What is trained, on what.
 *
 * @param recipe the recipe
 * @param trainChain pre-processing of training images
 * @param evaluationChain pre-processing of images that are evaluated
 * @param data the images
 */
public record TrainingTask(
    RecipeSpec recipe,
    Batched<HardLabels> trainChain,
    Batched<HardLabels> evaluationChain,
    ImageData data) {

  /**
   * Checks that data and recipe fit each other.
   *
   * @throws RunException saying what does not fit
   */
  void check() {
    int classes = recipe.dataset().classes();
    if (data.classNames().size() != classes) {
      throw new RunException(
          "the recipe %s is for %d classes, the data has %d: %s"
              .formatted(
                  recipe.recipe().id(), classes, data.classNames().size(), data.description()));
    }
    requireSome("training", data.train());
    requireSome("validation", data.validation());
    if (recipe.batch().updatesPerEpoch(data.train().size()) == 0) {
      throw new RunException(
          "%d training images make no batch of %d"
              .formatted(data.train().size(), recipe.batch().value()));
    }
  }

  private void requireSome(String what, Examples examples) {
    if (examples.size() == 0) {
      throw new RunException("no %s images in %s".formatted(what, data.description()));
    }
  }

  /** Shape of a pre-processed training image. */
  Shape input() {
    return trainChain.shape(data.train().image(0));
  }

  /** The learning rate of every update; it follows the data, not what the recipe declares. */
  LearningRateCurve curve() {
    return recipe.curve(data.train().size());
  }
}
