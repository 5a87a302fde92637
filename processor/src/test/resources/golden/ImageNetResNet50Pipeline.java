package com.acme;

import dev.recipe4j.Interpolation;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.Rule;
import dev.recipe4j.declaration.Acceptance;
import dev.recipe4j.declaration.Origin;
import dev.recipe4j.network.Network;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.Training;
import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.augment.Decoded;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.Batch;
import dev.recipe4j.spec.Dataset;
import dev.recipe4j.spec.L2Decay;
import dev.recipe4j.spec.LearningRate;
import dev.recipe4j.spec.LinearWarmup;
import dev.recipe4j.spec.Momentum;
import dev.recipe4j.spec.Normalize;
import dev.recipe4j.spec.PiecewiseDecay;
import dev.recipe4j.spec.RandomFlip;
import dev.recipe4j.spec.RandomResizedCrop;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import dev.recipe4j.spec.ResNet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javax.annotation.processing.Generated;

/**
 * Trains the recipe {@code imagenet-resnet50}, declared by {@code ImageNetResNet50}:
 * ResNet50, 1000 classes, 120 epochs, batch 1024, peak learning rate 0.4.
 *
 * <p>The recipe card is {@code META-INF/recipe4j/imagenet-resnet50.md}.
 */
@Generated("dev.recipe4j.processor.RecipeProcessor")
public final class ImageNetResNet50Pipeline implements Pipeline {
  /**
   * Name of the recipe.
   */
  public static final String ID = "imagenet-resnet50";

  /**
   * How often the training data is seen.
   */
  public static final int EPOCHS = 120;

  /**
   * Examples in one optimiser update, over all devices.
   */
  public static final int BATCH = 1024;

  /**
   * Highest learning rate of the run.
   */
  public static final double PEAK_LEARNING_RATE = 0.4;

  /**
   * Number of classes.
   */
  public static final int CLASSES = 1000;

  /**
   * The recipe that was checked.
   */
  public static final RecipeSpec RECIPE = RecipeSpec.of(
      new Recipe("imagenet-resnet50", 120, 42L, 1),
      new ResNet(50, dev.recipe4j.ResNet.Variant.B, dev.recipe4j.ResNet.Stem.IMAGENET, NetworkStyle.PADDLE),
      new Dataset(Optional.of("imagenet-1k"), 1000, OptionalInt.of(1281167), OptionalInt.of(50000), OptionalInt.empty(), OptionalInt.empty(), 3, Optional.empty()),
      new Batch(1024, 4, 1, false),
      new LearningRate(OptionalDouble.of(0.1), OptionalInt.of(256), dev.recipe4j.LearningRate.Scaling.AUTO, OptionalDouble.empty()),
      new Momentum(0.9, false),
      new PiecewiseDecay(List.of(30, 60, 90, 100), List.of(), 0.1, List.of()),
      new LinearWarmup(28.0, OptionalInt.empty(), 0.0, true),
      new L2Decay(1e-4, true),
      new RandomResizedCrop(224, 0.08, 1.0, 0.75, 1.3333333333333333, Interpolation.ANTIALIASED),
      new RandomFlip(0.5),
      new Normalize(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225)));

  /**
   * For the service loader; a run starts with {@link #on}.
   */
  public ImageNetResNet50Pipeline() {
  }

  /**
   * A run of this recipe.
   *
   * @param data the images to train and to evaluate on
   */
  public static Training on(ImageData data) {
    return Training.of(new ImageNetResNet50Pipeline(), data);
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
    return Decoded.images(3)
        .randomResizedCrop(224, 0.08, 1.0, 0.75, 1.3333333333333333)
        .randomFlip(0.5)
        .normalize(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225))
        .batched();
  }

  @Override
  public Batched<HardLabels> evaluationChain() {
    return Decoded.images(3)
        .evaluationCrop(256, 224)
        .normalize(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225))
        .batched();
  }

  @Override
  public List<Acceptance> acceptances() {
    return List.of(
        new Acceptance(Rule.BOUNDARY_UNREACHED, "the last decay is for longer runs", Origin.of("ImageNetResNet50")));
  }

  @Override
  public List<String> writtenDefaults() {
    return List.of("momentum");
  }
}
