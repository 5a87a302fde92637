package dev.recipe4j.runtime.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recipe4j.MobileNetV3.Size;
import dev.recipe4j.NetworkStyle;
import dev.recipe4j.ResNet.Stem;
import dev.recipe4j.ResNet.Variant;
import dev.recipe4j.network.MobileNetV1Description;
import dev.recipe4j.network.MobileNetV2Description;
import dev.recipe4j.network.MobileNetV3Description;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.ResNetDescription;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.Oracle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * A network of the golden numbers: our description of it, without dropout as theirs is, and what an
 * independent implementation computes in 64-bit floats. Weights and images are formulas.
 *
 * @param name of the files
 * @param network our description
 */
record OracleNetwork(String name, Network network) {
  /** All, the fast ones first. */
  static final List<OracleNetwork> ALL =
      List.of(
          of("cifar_resnet18", resNet(18, Variant.B, Stem.SMALL, NetworkStyle.TORCHVISION, 10)),
          of("paddle_mobilenet_v1_x0_25", MobileNetV1Description.of(0.25, 1000)),
          of(
              "paddle_mobilenet_v2_x0_25",
              MobileNetV2Description.of(0.25, NetworkStyle.PADDLE, 1000)),
          of("paddle_mobilenet_v3_small_x1_0", mobileNetV3(Size.SMALL, NetworkStyle.PADDLE)),
          of("tv_mobilenet_v3_small", mobileNetV3(Size.SMALL, NetworkStyle.TORCHVISION)),
          of("paddle_resnet18_vd", imageNet(18, Variant.VD, NetworkStyle.PADDLE)),
          of("tv_mobilenet_v2", MobileNetV2Description.of(1, NetworkStyle.TORCHVISION, 1000)),
          of("tv_mobilenet_v3_large", mobileNetV3(Size.LARGE, NetworkStyle.TORCHVISION)),
          of("paddle_mobilenet_v3_large_x1_0", mobileNetV3(Size.LARGE, NetworkStyle.PADDLE)),
          of("paddle_mobilenet_v1_x1_0", MobileNetV1Description.of(1, 1000)),
          of("tv_resnet18", imageNet(18, Variant.B, NetworkStyle.TORCHVISION)),
          of("paddle_resnet18", imageNet(18, Variant.B, NetworkStyle.PADDLE)),
          of("tv_resnet34", imageNet(34, Variant.B, NetworkStyle.TORCHVISION)),
          of("tv_resnet50", imageNet(50, Variant.B, NetworkStyle.TORCHVISION)),
          of("paddle_resnet50_vd", imageNet(50, Variant.VD, NetworkStyle.PADDLE)));

  /** How many of them the fast tests compute. */
  static final int FAST = 6;

  private static final int TRAINING_EXAMPLES = 4;

  static OracleNetwork named(String name) {
    return ALL.stream().filter(network -> network.name().equals(name)).findFirst().orElseThrow();
  }

  private static OracleNetwork of(String name, Network network) {
    return new OracleNetwork(name, withoutDropout(network));
  }

  private static Network withoutDropout(Network network) {
    return network.layers().stream().anyMatch(layer -> layer.name().equals("dropout"))
        ? network.withDropout(0)
        : network;
  }

  private static Network imageNet(int depth, Variant variant, NetworkStyle style) {
    return resNet(depth, variant, Stem.IMAGENET, style, 1000);
  }

  private static Network resNet(
      int depth, Variant variant, Stem stem, NetworkStyle style, int classes) {
    return new ResNetDescription(depth, variant, stem, style).network(classes);
  }

  private static Network mobileNetV3(Size size, NetworkStyle style) {
    return new MobileNetV3Description(size, 1, style).network(1000);
  }

  /** The numbers of the whole network. */
  JsonNode numbers() throws IOException {
    return Oracle.json("networks/" + name + ".json");
  }

  /** Shape of a training example and of the small images of evaluation. */
  Shape shape() throws IOException {
    return shape(numbers().at("/train/input"));
  }

  /** Shape of an array of images, written batch, channels, height, width. */
  static Shape shape(JsonNode sizes) {
    return new Shape(sizes.get(1).asInt(), sizes.get(2).asInt(), sizes.get(3).asInt());
  }

  /** Classes of the training examples. */
  int[] labels() throws IOException {
    JsonNode labels = numbers().at("/train/labels");
    int[] classes = new int[TRAINING_EXAMPLES];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = labels.get(i).asInt();
    }
    return classes;
  }

  /**
   * The tensors in the order of our layout. Theirs is the same but for the bias of convolutions,
   * which comes after the weight.
   */
  List<OracleTensor> tensors() {
    List<OracleTensor> tensors = new ArrayList<>();
    try {
      int salt = numbers().get("salt").asInt();
      for (String line : Files.readAllLines(Oracle.file("networks/" + name + ".tsv"))) {
        if (Character.isDigit(line.charAt(0))) {
          OracleTensor tensor = OracleTensor.parse(line, salt);
          int at = tensor.kind().equals("conv_bias") ? tensors.size() - 1 : tensors.size();
          tensors.add(at, tensor);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    checkSizes(tensors);
    return tensors;
  }

  private void checkSizes(List<OracleTensor> tensors) throws UncheckedIOException {
    try {
      ParameterLayout layout = ParameterLayout.of(network, shape());
      assertEquals(layout.entries().size(), tensors.size(), name);
      for (int t = 0; t < tensors.size(); t++) {
        assertEquals(
            tensors.get(t).size(), layout.entries().get(t).tensor().size(), tensors.get(t).name());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The images with the numbers from {@code first} on, as one array: example, channel, row, column.
   */
  static double[] images(int first, int count, Shape shape) {
    double[] images = new double[Math.toIntExact(count * shape.size())];
    int at = 0;
    for (int n = first; n < first + count; n++) {
      for (int c = 0; c < shape.channels(); c++) {
        for (int h = 0; h < shape.height(); h++) {
          for (int w = 0; w < shape.width(); w++) {
            double wave = Math.sin(0.05 * (n + 1) * h + 0.08 * (c + 1) * w + n + c);
            int index = (c * shape.height() + h) * shape.width() + w;
            images[at++] = wave + 0.3 * OracleTensor.hash(5000 + n, index, 0);
          }
        }
      }
    }
    return images;
  }

  @Override
  public String toString() {
    return name;
  }
}
