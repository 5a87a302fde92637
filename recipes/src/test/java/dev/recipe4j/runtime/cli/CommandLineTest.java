package dev.recipe4j.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.recipes.fashionmnist.FashionMnistSample;
import dev.recipe4j.runtime.cli.Terminal.Outcome;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.weights.WeightsFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a user meets it, with the published recipes and the embedded data. */
class CommandLineTest {
  private static final String QUICK = "test-three-epochs";

  @TempDir Path folder;

  private Path out;

  @BeforeEach
  void nameOutputDirectory() {
    out = folder.resolve("run");
  }

  /** A wrong call or a failure: one line, its exit code, and no output directory. */
  private void assertRefused(int exitCode, String message, Object... arguments) {
    Terminal.assertRefused(exitCode, message, arguments);
    assertFalse(Files.exists(out), "a run directory was left");
  }

  @Test
  void trainsOnRealImagesAndPredicts() throws IOException {
    Outcome training = Terminal.run("train", QUICK, "--out", out);
    assertEquals(0, training.exitCode(), training.err());
    assertTrue(training.out().contains("epoch 3/3"), training.out());
    List<String> history = Files.readAllLines(out.resolve("history.csv"));
    assertEquals(4, history.size());
    double accuracy = Double.parseDouble(history.get(3).split(",", -1)[7]);
    assertTrue(accuracy > 0.8, "test accuracy " + accuracy);

    ImageData data = new FashionMnistSample().open();
    Path trouser = folder.resolve("trouser.png");
    write(data.validation().image(first(data, 1)), trouser);
    Outcome prediction = Terminal.run("predict", out, trouser);
    assertEquals(0, prediction.exitCode(), prediction.err());
    assertTrue(prediction.out().startsWith(trouser + ": Trouser "), prediction.out());

    double best =
        history.stream()
            .skip(1)
            .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[7]))
            .max()
            .orElseThrow();
    Outcome evaluation =
        Terminal.run("evaluate", out, "--data", SampleFiles.in(folder.resolve("sample")));
    assertEquals(0, evaluation.exitCode(), evaluation.err());
    String expected = String.format(Locale.ROOT, "accuracy %.2f %%", 100 * best);
    assertTrue(evaluation.out().startsWith(expected), evaluation.out());
    Terminal.assertRefused(1, "holds neither IDX files", "evaluate", out, "--data", folder);
    Path others = folder.resolve("others");
    for (String name : List.of("cat", "dog")) {
      Path ofClass = Files.createDirectories(others.resolve(name));
      write(data.validation().image(0), ofClass.resolve("0.png"));
      write(data.validation().image(1), ofClass.resolve("1.png"));
    }
    Terminal.assertRefused(
        1, others + " has the classes cat, dog, the run ", "evaluate", out, "--data", others);

    Path file = folder.resolve("lenet.safetensors");
    Outcome export = Terminal.run("export", out, "--out", file);
    assertEquals(0, export.exitCode(), export.err());
    try (WeightsFile weights = WeightsFile.open(file)) {
      assertEquals("safetensors", weights.format());
      assertEquals(10, weights.tensors().size());
    }
    Terminal.assertRefused(
        2, "exists: name another file, or say --force", "export", out, "--out", file);
    Terminal.assertRefused(
        1,
        "there are no names of timm for LeNet",
        "export",
        out,
        "--names",
        "timm",
        "--force",
        "--out",
        file);

    Path zip = folder.resolve("lenet.zip");
    Outcome graph = Terminal.run("export", out, "--format", "dl4j", "--out", zip);
    assertEquals(0, graph.exitCode(), graph.err());
    try (WeightsFile weights = WeightsFile.open(zip);
        WeightsFile same = WeightsFile.open(file)) {
      assertEquals("DL4J zip", weights.format());
      assertEquals(
          same.tensor("head.bias").orElseThrow().read(),
          weights.tensor("head/b").orElseThrow().read());
    }
    Path onnx = folder.resolve("lenet.onnx");
    Outcome model = Terminal.run("export", out, "--format", "onnx", "--out", onnx);
    assertEquals(0, model.exitCode(), model.err());
    // Its parameters are most of it.
    assertTrue(Files.size(onnx) > Files.size(file) - 1000, Files.size(onnx) + " bytes");
    Terminal.assertRefused(
        2,
        "--names goes with --format safetensors",
        "export",
        out,
        "--format",
        "dl4j",
        "--names",
        "recipe4j",
        "--out",
        folder.resolve("other.zip"));

    Terminal.assertRefused(1, "has finished 3 of 3 epochs", train("--resume"));
    Terminal.assertRefused(
        3, "[RESUME_CHANGED]", train("--resume", "--set", "l2=3e-5", "--set", "epochs=4"));
    Outcome extended = Terminal.run(train("--resume", "--extend", "--set", "epochs=4"));
    assertEquals(0, extended.exitCode(), extended.err());
    assertTrue(extended.out().contains("the run goes on after epoch 3 of 4"), extended.out());
    assertEquals(5, Files.readAllLines(out.resolve("history.csv")).size());
  }

  private static int first(ImageData data, int label) {
    int i = 0;
    while (data.validation().label(i) != label) {
      i++;
    }
    return i;
  }

  private static void write(Image image, Path file) throws IOException {
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setDataElements(0, 0, image.width(), image.height(), image.pixels());
    ImageIO.write(picture, "png", file.toFile());
  }

  @Test
  void listsShowsAndChecks() {
    assertTrue(Terminal.run("list").out().contains("fashion-mnist-lenet"));
    assertTrue(Terminal.run("show", "resnet50-imagenet").out().contains("25,557,032"));
    String checked = Terminal.run("check", "resnet50-imagenet").out();
    assertTrue(
        checked.startsWith(
            "info: [EFFECTIVE_BATCH] batch 256 = 1 device x 1 x 256; peak lr 0.1 = 0.1 x 1\n"),
        checked);
    assertTrue(checked.endsWith("resnet50-imagenet: 3 findings, 0 accepted\n"), checked);
  }

  @Test
  void anUnknownRecipeIsAnsweredWithTheNearest() {
    assertRefused(2, "did you mean fashion-mnist-lenet", "train", "fashion-mnist-lent");
  }

  @Test
  void wrongUseIsOneLine() {
    assertRefused(2, "Missing required parameter", "train");
    assertRefused(2, "Unmatched argument", "traim");
    assertRefused(2, "--extend goes with --resume", train("--extend"));
    assertRefused(2, "no run of %s in runs/".formatted(QUICK), "train", QUICK, "--resume");
    assertRefused(2, "--threads must be 1 or more", "train", QUICK, "--threads", 0);
    assertRefused(2, "is not an image file", "predict", out, folder.resolve("none.png"));
  }

  @Test
  void missingDataIsWrongUse() {
    Path nowhere = folder.resolve("nowhere");
    assertRefused(2, "--data %s does not exist".formatted(nowhere), train("--data", nowhere));
    assertRefused(2, "no data is embedded", "train", "cifar10-resnet18", "--out", out);
  }

  @Test
  void aDirectoryWithoutImagesIsRefused() {
    assertRefused(1, "holds neither IDX files", train("--data", folder));
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException {
    Path data = SampleFiles.in(folder.resolve("idx"));
    Path images = data.resolve(SampleFiles.TRAIN_IMAGES);
    byte[] bytes = Files.readAllBytes(images);
    Files.write(images, Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(1, "train-images-idx3-ubyte", train("--data", data));
  }

  @Test
  void imagesOfAnotherSizeAreRefused() throws IOException {
    for (int label = 0; label < 10; label++) {
      Path folderOfClass = folder.resolve("photos").resolve("class" + label);
      Files.createDirectories(folderOfClass);
      for (int i = 0; i < 4; i++) {
        write(new Image(20, 20, 1, new byte[400]), folderOfClass.resolve(i + ".png"));
      }
    }
    assertRefused(
        3,
        "[CLASSES_MISMATCH] class 0 is 'T-shirt/top' in the recipe",
        train("--data", folder.resolve("photos")));
  }

  @Test
  void anUnwritableOutputIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    assertRefused(1, "output directory", "train", QUICK, "--out", file.resolve("run"));
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void listsPublishedWeights() {
    Outcome outcome = Terminal.run("weights");
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(
        outcome.out().startsWith("KerasMobileNetV1x025: MobileNetV1, 1000 classes, "),
        outcome.out());
    for (String line :
        List.of(
            "KerasMobileNetV2x1: MobileNetV2, 1000 classes, ",
            "KerasResNet50: ResNet50, 1000 classes, ",
            "    from https://storage.googleapis.com/tensorflow/keras-applications/resnet/resnet50_",
            "    checksum md5:2cb95161c43110f7111970584f804107",
            "    checksum sha256:3e195a2857356cfc092cbbb460beb2a5bce279015d7792598b8d3d9e451902e3")) {
      assertTrue(outcome.out().lines().anyMatch(shown -> shown.startsWith(line)), outcome.out());
    }
    assertRefused(2, "did you mean KerasMobileNetV2x1, ", "weights", "fetch", "KerasMobileNet");
  }

  @Test
  void missingWeightsAreOneLineThatNamesOriginAndCommand() {
    String before = System.getProperty("recipe4j.weights");
    Path store = folder.resolve("store");
    System.setProperty("recipe4j.weights", store.toString());
    try {
      assertRefused(
          1,
          "the weights TestWeights are not at %s: get them with 'recipe4j weights fetch TestWeights' from https://example.org/le-net.safetensors, or name their file with --weights FILE"
              .formatted(store.resolve("TestWeights-00000000.safetensors")),
          "train",
          "test-pretrained",
          "--out",
          out);
    } finally {
      if (before == null) {
        System.clearProperty("recipe4j.weights");
      } else {
        System.setProperty("recipe4j.weights", before);
      }
    }
    assertFalse(Files.exists(store), "something was fetched");
  }

  @Test
  void somethingElseIsNoRun() throws IOException {
    Path image = folder.resolve("image.png");
    write(new Image(28, 28, 1, new byte[28 * 28]), image);
    assertRefused(1, "not a run directory", "predict", folder, image);
  }

  private Object[] train(Object... more) {
    return Stream.concat(Stream.of("train", QUICK, "--out", out), Stream.of(more)).toArray();
  }
}
