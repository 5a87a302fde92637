package dev.recipe4j.bench;

import dev.recipe4j.MobileNetV3.Size;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.network.Shape;
import dev.recipe4j.spec.LeNet;
import dev.recipe4j.spec.MobileNetV1;
import dev.recipe4j.spec.MobileNetV2;
import dev.recipe4j.spec.MobileNetV3;
import dev.recipe4j.spec.Model;
import dev.recipe4j.spec.ResNet;

/** A network, an input size and a batch that are trained by every contender. */
// Models and shapes are records of numbers and enum constants.
@SuppressWarnings("ImmutableEnumChecker")
enum Workload {
  RESNET18_BATCH_32("ResNet18", "resnet18_small", resNet(18, Stem.SMALL), 10, 3, 32, 32),
  RESNET18_BATCH_128("ResNet18", "resnet18_small", resNet(18, Stem.SMALL), 10, 3, 32, 128),
  RESNET50("ResNet50", "resnet50", resNet(50, Stem.IMAGENET), 1000, 3, 224, 16),
  MOBILENETV1_64("MobileNetV1 x0.25", "mobilenet_v1", new MobileNetV1(0.25), 1000, 3, 64, 32),
  MOBILENETV1_96("MobileNetV1 x0.25", "mobilenet_v1", new MobileNetV1(0.25), 1000, 3, 96, 32),
  MOBILENETV2(
      "MobileNetV2 x0.25",
      "mobilenet_v2",
      new MobileNetV2(0.25, NetworkStyle.TORCHVISION),
      1000,
      3,
      96,
      32),
  MOBILENETV3(
      "MobileNetV3 small",
      "mobilenet_v3_small",
      new MobileNetV3(Size.SMALL, 1, NetworkStyle.TORCHVISION),
      1000,
      3,
      96,
      32),
  LENET("LeNet", "lenet", new LeNet(), 10, 1, 28, 64);

  /** Of a training step for each multiply-add of the forward pass: three products, two each. */
  private static final int OPERATIONS = 6;

  private final String title;
  private final String architecture;
  private final Model model;
  private final int classes;
  private final Shape input;
  private final int batch;

  Workload(
      String title,
      String architecture,
      Model model,
      int classes,
      int channels,
      int side,
      int batch) {
    this.title = title;
    this.architecture = architecture;
    this.model = model;
    this.classes = classes;
    this.input = new Shape(channels, side, side);
    this.batch = batch;
  }

  private static Model resNet(int depth, Stem stem) {
    return new ResNet(depth, Variant.B, stem, NetworkStyle.TORCHVISION);
  }

  /** Name for people, as in {@code LeNet, 28 px, batch 64}. */
  String title() {
    return "%s, %d px, batch %d".formatted(title, input.height(), batch);
  }

  /** Name of the same network in {@code train.py}. */
  String architecture() {
    return architecture;
  }

  Model model() {
    return model;
  }

  Network network() {
    return model.network(classes);
  }

  int classes() {
    return classes;
  }

  /** Shape of one example. */
  Shape input() {
    return input;
  }

  /** Examples in a step. */
  int batch() {
    return batch;
  }

  /** Number of trained parameters, which every contender must have. */
  long parameters() {
    return NetworkAnalysis.of(network(), input).parameters();
  }

  /**
   * Floating-point operations in units of 10^9 of forward and backward pass for one example: of
   * convolutions and dense layers, computed directly. The first layer needs no gradient of its
   * input, which is not subtracted.
   */
  double gigaflop() {
    return OPERATIONS * NetworkAnalysis.of(network(), input).multiplyAdds() / 1e9;
  }
}
