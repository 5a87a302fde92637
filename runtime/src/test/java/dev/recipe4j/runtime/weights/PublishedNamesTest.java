package dev.recipe4j.runtime.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The names that publishers give to the tensors of the networks, and how they lay them out. */
class PublishedNamesTest {
  private static final int CLASSES = 1000;
  private static final Shape INPUT = new Shape(3, 64, 64);

  private static Network network(String name) {
    String[] words = name.split(" ", 2);
    NetworkStyle style = NetworkStyle.valueOf(words[1]);
    return switch (words[0]) {
      case "ResNet18" -> resNet(18, Variant.B, style);
      case "ResNet34" -> resNet(34, Variant.B, style);
      case "ResNet50" -> resNet(50, Variant.B, style);
      case "ResNet50_vd" -> resNet(50, Variant.VD, style);
      case "MobileNetV1" -> MobileNetV1Description.of(0.25, style, CLASSES);
      case "MobileNetV2" -> MobileNetV2Description.of(1, style, CLASSES);
      case "MobileNetV3_large" -> new MobileNetV3Description(Size.LARGE, 1, style).network(CLASSES);
      case "MobileNetV3_small" -> new MobileNetV3Description(Size.SMALL, 1, style).network(CLASSES);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Network resNet(int depth, Variant variant, NetworkStyle style) {
    return new ResNetDescription(depth, variant, Stem.IMAGENET, style).network(CLASSES);
  }

  private static Map<String, List<Long>> published(Network network, String publisher) {
    ParameterLayout layout = ParameterLayout.of(network, INPUT);
    Map<String, List<Long>> shapes = new HashMap<>();
    for (StoredTensor tensor :
        new NetworkWeights(network, layout).tensors(publisher, FloatBuffer.allocate(0))) {
      assertFalse(shapes.containsKey(tensor.name()), "two tensors " + tensor.name());
      shapes.put(tensor.name(), tensor.shape());
    }
    return shapes;
  }

  /** Written down from torchvision's own networks. */
  @ParameterizedTest
  @CsvSource({
    "tv_resnet18,ResNet18",
    "tv_resnet34,ResNet34",
    "tv_resnet50,ResNet50",
    "tv_mobilenet_v2,MobileNetV2",
    "tv_mobilenet_v3_large,MobileNetV3_large",
    "tv_mobilenet_v3_small,MobileNetV3_small"
  })
  void areThoseOfTorchvision(String table, String name) throws IOException {
    Map<String, List<Long>> expected = new HashMap<>();
    for (String line : Files.readAllLines(Oracle.file("networks/" + table + ".tsv"))) {
      if (Character.isDigit(line.charAt(0))) {
        List<String> cells = Arrays.asList(line.split("\t", -1));
        expected.put(
            cells.get(1), Stream.of(cells.get(3).split("x", -1)).map(Long::valueOf).toList());
      }
    }
    assertTrue(expected.size() > 50);
    assertEquals(expected, published(network(name + " TORCHVISION"), "torchvision"));
  }

  /** Examples from the sources of the publishers. */
  @ParameterizedTest
  @CsvSource({
    "ResNet50 KERAS,Keras,conv3_block1_0_bn/moving_variance,512",
    "ResNet50 KERAS,Keras,conv1_conv/kernel,7 7 3 64",
    "ResNet50 KERAS,Keras,conv2_block3_2_conv/bias,64",
    "ResNet50 KERAS,Keras,predictions/kernel,2048 1000",
    "MobileNetV1 KERAS,Keras,conv_dw_13/depthwise_kernel,3 3 256 1",
    "MobileNetV1 KERAS,Keras,conv_preds/kernel,1 1 256 1000",
    "MobileNetV2 KERAS,Keras,expanded_conv_depthwise/depthwise_kernel,3 3 32 1",
    "MobileNetV2 KERAS,Keras,block_16_project_BN/gamma,320",
    "MobileNetV2 KERAS,Keras,bn_Conv1/beta,32",
    "ResNet50 KERAS,Keras files,conv5_block3_3_bn/beta,2048",
    "ResNet50 KERAS,Keras files,probs/kernel,2048 1000",
    "MobileNetV2 KERAS,Keras files,mobl0_conv_0_depthwise/depthwise_kernel,3 3 32 1",
    "MobileNetV2 KERAS,Keras files,bn0_conv_0_bn_project/moving_variance,16",
    "MobileNetV2 KERAS,Keras files,mobl16_conv_16_expand/kernel,1 1 160 960",
    "MobileNetV2 KERAS,Keras files,bn1_conv_1_bn_expand/gamma,96",
    "MobileNetV2 KERAS,Keras files,Conv1/kernel,3 3 3 32",
    "MobileNetV2 KERAS,Keras files,Conv_1_bn/moving_mean,1280",
    "MobileNetV2 KERAS,Keras files,Logits/bias,1000",
    "MobileNetV3_small KERAS,Keras,expanded_conv/squeeze_excite/Conv_1/kernel,1 1 8 16",
    "MobileNetV3_small KERAS,Keras,expanded_conv_10/project/BatchNorm/moving_mean,96",
    "MobileNetV3_small KERAS,Keras,Conv_2/bias,1024",
    "MobileNetV3_small KERAS,Keras,Logits/kernel,1 1 1024 1000",
    "ResNet50_vd PADDLE,timm,conv1.3.weight,32 32 3 3",
    "ResNet50_vd PADDLE,timm,layer2.0.downsample.1.weight,512 256 1 1",
    "MobileNetV2 TORCHVISION,timm,blocks.0.0.conv_pw.weight,16 32 1 1",
    "MobileNetV2 TORCHVISION,timm,blocks.6.0.conv_pwl.weight,320 960 1 1",
    "MobileNetV2 TORCHVISION,timm,conv_head.weight,1280 320 1 1",
    "MobileNetV3_large KERAS,timm,blocks.3.3.bn2.running_mean,184",
    "MobileNetV3_large KERAS,timm,blocks.5.2.se.conv_reduce.weight,240 960 1 1",
    "MobileNetV3_large KERAS,timm,blocks.6.0.conv.weight,960 160 1 1",
    "MobileNetV3_small KERAS,timm,blocks.0.0.se.conv_expand.bias,16",
    "ResNet18 PADDLE,PaddleClas,blocks.0.short.conv.weight,64 64 1 1",
    "ResNet18 PADDLE,PaddleClas,blocks.7.conv1.bn._variance,512",
    "ResNet18 PADDLE,PaddleClas,fc.weight,512 1000",
    "ResNet50_vd PADDLE,PaddleClas,stem.2.conv.weight,64 32 3 3",
    "MobileNetV1 PADDLE,PaddleClas,blocks.12.pointwise_conv.conv.weight,256 256 1 1",
    "MobileNetV2 PADDLE,PaddleClas,conv3._first_block._expand_conv._conv.weight,96 16 1 1",
    "MobileNetV2 PADDLE,PaddleClas,conv3.conv3_2._linear_conv._batch_norm._mean,24",
    "MobileNetV2 PADDLE,PaddleClas,out.weight,1280 1000",
    "MobileNetV3_large PADDLE,PaddleClas,blocks.14.mid_se.conv2.weight,960 240 1 1",
    "MobileNetV3_large PADDLE,PaddleClas,last_conv.weight,1280 960 1 1"
  })
  void areThoseOfTheSource(String network, String publisher, String tensor, String shape) {
    List<Long> sides = Stream.of(shape.split(" ", -1)).map(Long::valueOf).toList();
    assertEquals(sides, published(network(network), publisher).get(tensor), tensor);
  }

  static Stream<Arguments> publishers() {
    return Stream.of(
            "ResNet18 TORCHVISION",
            "ResNet50 KERAS",
            "ResNet50_vd PADDLE",
            "MobileNetV1 KERAS",
            "MobileNetV2 KERAS",
            "MobileNetV3_small TORCHVISION",
            "MobileNetV3_small PADDLE")
        .flatMap(
            name -> {
              Network network = network(name);
              return new NetworkWeights(network, ParameterLayout.of(network, INPUT))
                  .publishers().stream().map(publisher -> Arguments.of(name, publisher));
            });
  }

  /** What is written under a publisher's names is found out to be theirs, and read as it was. */
  @ParameterizedTest
  @MethodSource("publishers")
  void comeBackAsTheyWere(String name, String publisher) {
    Network network = network(name);
    ParameterLayout layout = ParameterLayout.of(network, INPUT);
    NetworkWeights weights = new NetworkWeights(network, layout);
    FloatBuffer original = FloatBuffer.allocate((int) layout.size());
    for (int i = 0; i < original.capacity(); i++) {
      original.put(i, i + 1);
    }
    FloatBuffer read = FloatBuffer.allocate((int) layout.size());
    LoadReport report =
        weights.load(
            WeightsFile.of(Path.of("memory"), "test", weights.tensors(publisher, original)), read);
    assertEquals(publisher, report.publisher());
    assertEquals(layout.entries().size(), report.matched().size());
    assertEquals(List.of(), report.unexpected());
    assertEquals(original, read);
  }

  /** Keras's ResNets take blue first, ours red: what a pixel of one colour gives is the same. */
  @ParameterizedTest
  @CsvSource({"Keras", "Keras files"})
  void theColoursOfKerasResNetsAreTurnedRound(String publisher) {
    Network network = network("ResNet50 KERAS");
    ParameterLayout layout = ParameterLayout.of(network, INPUT);
    FloatBuffer parameters = FloatBuffer.allocate((int) layout.size());
    int taps = 7 * 7;
    int offset = (int) layout.entries().get(1).offset();
    for (int i = 0; i < 64 * 3 * taps; i++) {
      parameters.put(offset + i, i);
    }
    FloatBuffer kernel =
        new NetworkWeights(network, layout)
            .tensors(publisher, parameters).stream()
                .filter(tensor -> tensor.name().equals("conv1_conv/kernel"))
                .findFirst()
                .orElseThrow()
                .read();
    // Row 2, column 5, output 9: [rows, columns, in, out] there, [out, in, rows, columns] here.
    for (int colour = 0; colour < 3; colour++) {
      int theirs = ((2 * 7 + 5) * 3 + colour) * 64 + 9;
      int ours = (9 * 3 + (2 - colour)) * taps + 2 * 7 + 5;
      assertEquals(ours, kernel.get(theirs), "colour " + colour);
    }
  }

  /** Another classifier is left out, and starts as it was. */
  @ParameterizedTest
  @CsvSource({"torchvision,fc.weight", "recipe4j,head.weight"})
  void anotherClassifierIsSkipped(String publisher, String head) {
    Network published = network("ResNet18 TORCHVISION");
    ParameterLayout layout = ParameterLayout.of(published, INPUT);
    FloatBuffer original = FloatBuffer.allocate((int) layout.size());
    for (int i = 0; i < original.capacity(); i++) {
      original.put(i, 0.5f);
    }
    List<StoredTensor> tensors = new NetworkWeights(published, layout).tensors(publisher, original);
    Network own =
        new ResNetDescription(18, Variant.B, Stem.IMAGENET, NetworkStyle.TORCHVISION).network(7);
    ParameterLayout ownLayout = ParameterLayout.of(own, INPUT);
    FloatBuffer read = FloatBuffer.allocate((int) ownLayout.size());
    LoadReport report =
        new NetworkWeights(own, ownLayout)
            .loadBackbone(WeightsFile.of(Path.of("memory"), "test", tensors), read);
    assertEquals(2, report.skipped().size());
    assertTrue(report.skipped().contains(head), report.skipped().toString());
    int start = (int) (ownLayout.size() - (512 + 1) * 7);
    for (int i = 0; i < read.capacity(); i++) {
      assertEquals(i < start ? 0.5f : 0, read.get(i), "parameter " + i);
    }
  }
}
