package dev.recipe4j.examples;

import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.recipes.imagenet.ResNet50ImageNetPipeline;
import dev.recipe4j.schedule.LearningRateCurve;

/** Reads what a recipe says without training it. */
public final class DescribeRecipe {
  private DescribeRecipe() {}

  /** Prints the size of ResNet50 and its learning rate at the start of some epochs. */
  public static void main(String[] arguments) {
    NetworkAnalysis network =
        NetworkAnalysis.of(
            ResNet50ImageNetPipeline.network(), ResNet50ImageNetPipeline.RECIPE.inputShape());
    System.out.printf(
        "%s: %,d parameters, %.2f billion multiply-adds%n",
        ResNet50ImageNetPipeline.ID, network.parameters(), network.multiplyAdds() / 1e9);

    LearningRateCurve curve = ResNet50ImageNetPipeline.learningRate(1_281_167);
    for (int epoch = 0; epoch < ResNet50ImageNetPipeline.EPOCHS; epoch += 15) {
      System.out.printf(
          "epoch %3d  learning rate %s%n",
          epoch, Decimals.show(curve.at(epoch * curve.updatesPerEpoch())));
    }
  }
}
