package com.acme;

import dev.recipe4j.Per;
import dev.recipe4j.network.Network;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.Training;
import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.augment.Decoded;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.Batch;
import dev.recipe4j.spec.ClassNames;
import dev.recipe4j.spec.CosineDecay;
import dev.recipe4j.spec.Dataset;
import dev.recipe4j.spec.L2Decay;
import dev.recipe4j.spec.LeNet;
import dev.recipe4j.spec.LearningRate;
import dev.recipe4j.spec.LinearWarmup;
import dev.recipe4j.spec.Momentum;
import dev.recipe4j.spec.Normalize;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javax.annotation.processing.Generated;

/**
 * Trains the recipe {@code fashion-mnist-lenet}, declared by {@code FashionMnistLeNet}:
 * LeNet, 10 classes, 8 epochs, batch 64, peak learning rate 0.05.
 *
 * <p>The recipe card is {@code META-INF/recipe4j/fashion-mnist-lenet.md}.
 */
@Generated("dev.recipe4j.processor.RecipeProcessor")
public final class FashionMnistLeNetPipeline implements Pipeline {
  /**
   * Name of the recipe.
   */
  public static final String ID = "fashion-mnist-lenet";

  /**
   * How often the training data is seen.
   */
  public static final int EPOCHS = 8;

  /**
   * Examples in one optimiser update, over all devices.
   */
  public static final int BATCH = 64;

  /**
   * Highest learning rate of the run.
   */
  public static final double PEAK_LEARNING_RATE = 0.05;

  /**
   * Number of classes.
   */
  public static final int CLASSES = 10;

  /**
   * The recipe that was checked.
   */
  public static final RecipeSpec RECIPE = RecipeSpec.of(
      new Recipe("fashion-mnist-lenet", 8, 42L, 1),
      new LeNet(),
      new Dataset(Optional.of("fashion-mnist"), 10, OptionalInt.of(60000), OptionalInt.of(10000), OptionalInt.of(28), OptionalInt.empty(), 1, Optional.empty()),
      new ClassNames(List.of("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot")),
      new Batch(64, 1, 1, false),
      new LearningRate(OptionalDouble.of(0.05), OptionalInt.of(64), dev.recipe4j.LearningRate.Scaling.AUTO, OptionalDouble.empty()),
      new Momentum(0.9, false),
      new CosineDecay(0.0, Per.STEP, OptionalDouble.empty()),
      new LinearWarmup(1.0, OptionalInt.empty(), 0.0, true),
      new L2Decay(1e-4, true),
      new Normalize(List.of(0.286), List.of(0.353)));

  /**
   * For the service loader; a run starts with {@link #on}.
   */
  public FashionMnistLeNetPipeline() {
  }

  /**
   * A run of this recipe.
   *
   * @param data the images to train and to evaluate on
   */
  public static Training on(ImageData data) {
    return Training.of(new FashionMnistLeNetPipeline(), data);
  }

  /**
   * The network with one output for each class.
   */
  public static Network network() {
    return RECIPE.network();
  }

  /**
   * The learning rate of every update of a run.
   *
   * @param trainExamples how many examples the run trains on
   */
  public static LearningRateCurve learningRate(int trainExamples) {
    return RECIPE.curve(trainExamples);
  }

  @Override
  public RecipeSpec recipe() {
    return RECIPE;
  }

  @Override
  public Batched<HardLabels> trainChain() {
    return Decoded.images(1)
        .normalize(List.of(0.286), List.of(0.353))
        .batched();
  }

  @Override
  public Batched<HardLabels> evaluationChain() {
    return Decoded.images(1)
        .normalize(List.of(0.286), List.of(0.353))
        .batched();
  }

  @Override
  public List<String> writtenDefaults() {
    return List.of("momentum");
  }
}
