package dev.recipe4j.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.network.Network;
import dev.recipe4j.spec.RecipeSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The generated pipelines and cards: golden files, and the classes at work. */
class GeneratedCodeTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private static Compilation compileGolden(Compiler compiler) {
    Map<String, String> sources =
        Map.of(
            "com/acme/FashionMnistLeNet.java", read("FashionMnistLeNet.java"),
            "com/acme/ImageNetResNet50.java", read("ImageNetResNet50.java"));
    return compiler.compile(sources);
  }

  private static String read(String golden) {
    try {
      return Files.readString(GOLDEN.resolve(golden));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Run with {@code -Dgolden.update} to write the files anew, then look at the difference. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "com/acme/FashionMnistLeNetPipeline.java",
        "com/acme/ImageNetResNet50Pipeline.java",
        "META-INF/recipe4j/fashion-mnist-lenet.md",
        "META-INF/recipe4j/fashion-mnist-lenet.svg",
        "META-INF/recipe4j/imagenet-resnet50.md",
        "META-INF/recipe4j/imagenet-resnet50.svg"
      })
  void isAsInTheGoldenFile(String path) throws IOException {
    String name = path.substring(path.lastIndexOf('/') + 1);
    for (Compiler compiler : Compiler.values()) {
      String written = compileGolden(compiler).file(path);
      if (System.getProperty("golden.update") != null) {
        Files.writeString(GOLDEN.resolve(name), written);
      }
      assertEquals(read(name), written);
    }
  }

  private static final Map<String, String> MANY_FORMS =
      Sources.of(
          """
          @Recipe(epochs = 8, id = "cropped") @MobileNetV1(width = 0.25)
          @Dataset(name = "a | \\"b\\" $L", classes = 2, smallestSide = 200)
          @Normalize(mean = {0.1, 1, 1 / 3.0}, std = {1, 1, 1}) @ClassNames({"a,b", "c\\nd"})
          @Batch(8) @LearningRate(reference = 0.1 * 3, referenceBatch = 256) @Momentum
          @RandomResizedCrop(160) @EvaluationCrop(resize = 180, crop = 160) @RandomFlip(0.25)
          @PiecewiseDecay(atEpochs = 3)
          class Cropped {}

          @Recipe(epochs = 1) @ResNet(depth = 18, stem = ResNet.Stem.SMALL) @Cifar10 @Momentum
          @Batch(24_001) @PadAndCrop @ConstantRate
          @LearningRate(reference = 0.1, referenceBatch = 12_002, peak = 0.2,
              scaling = LearningRate.Scaling.LINEAR)
          @Accept(rule = Rule.LARGE_BATCH_WITHOUT_WARMUP, because = "a test")
          class Padded {}

          @Recipe(epochs = 300, seed = -1) @LeNet @Momentum @Batch(16) @ResizeTo(28)
          @Dataset(classes = 4, trainExamples = 7, channels = 1)
          @Normalize(mean = 0, std = 1) @LearningRate(peak = 1e-7)
          @LinearWarmup(epochs = 0.5, startFactor = 0.1, shift = false) @CosineDecay(floor = 1e-9)
          @Accept(rule = Rule.BATCH_EXCEEDS_DATA, because = "a test")
          @Accept(rule = Rule.LR_REFERENCE_MISSING, because = "a test")
          class Resized {}

          class Outer {
            @Recipe(epochs = 3) @LeNet @FashionMnist @Momentum @Batch(16) @CosineDecay
            @LearningRate(reference = 0.5, referenceBatch = 256)
            static class Nested {}
          }
          """);

  @Test
  void compilesWithoutWarnings() {
    Compilation compilation =
        Compiler.JAVAC.compile(
            MANY_FORMS,
            List.of("-Werror", "-Xdoclint:all,-missing", "-Xmaxwarns", "9"),
            new RecipeCatalogProcessor(),
            new RecipeProcessor());

    assertEquals(List.of(), compilation.diagnostics(), compilation::describe);
    assertTrue(compilation.succeeded());
  }

  @ParameterizedTest
  @EnumSource
  void saysAtRunTimeWhatWasCheckedAtCompileTime(Compiler compiler) throws Exception {
    Compilation compilation = compiler.compile(MANY_FORMS);
    Markers.verify(MANY_FORMS, compilation);
    try (URLClassLoader loader = loader(compilation)) {
      Object cropped = pipeline(loader, "Cropped");
      RecipeSpec recipe = (RecipeSpec) call(cropped, "recipe");
      assertEquals(List.of(0.1, 1.0, 1 / 3.0), recipe.normalize().mean());
      assertEquals("a | \"b\" $L", recipe.dataset().name().orElseThrow());
      assertEquals(List.of("a,b", "c\nd"), recipe.classNames().orElseThrow().value());
      assertEquals(recipe.peak(), cropped.getClass().getField("PEAK_LEARNING_RATE").get(null));
      assertEquals("cropped", cropped.getClass().getField("ID").get(null));
      assertEquals("MobileNetV1", ((Network) call(cropped, "network")).name().substring(0, 11));
      assertEquals(
          "Images[channels=3] > RandomResizedCrop[size=160, minScale=0.08, maxScale=1.0,"
              + " minRatio=0.75, maxRatio=1.3333333333333333] > RandomFlip[probability=0.25] >"
              + " Normalize[mean=[0.1, 1.0, 0.3333333333333333], std=[1.0, 1.0, 1.0]]",
          call(cropped, "trainChain").toString());
      assertTrue(
          call(cropped, "evaluationChain")
              .toString()
              .startsWith("Images[channels=3] > EvaluationCrop[resize=180, crop=160] > Normalize"));
      assertTrue(
          call(pipeline(loader, "Padded"), "trainChain").toString().contains("PadAndCrop[pad=4]"));
      assertTrue(
          call(pipeline(loader, "Padded"), "evaluationChain")
              .toString()
              .startsWith("Images[channels=3] > Normalize"));
      assertTrue(
          call(pipeline(loader, "Resized"), "evaluationChain")
              .toString()
              .contains("ResizeTo[size=28] > Normalize"));
      assertEquals(-1L, ((RecipeSpec) call(pipeline(loader, "Resized"), "recipe")).recipe().seed());
      assertEquals(
          "Outer_NestedPipeline", pipeline(loader, "Outer_Nested").getClass().getSimpleName());
    }
  }

  private static URLClassLoader loader(Compilation compilation) throws IOException {
    List<URL> urls = new ArrayList<>();
    urls.add(compilation.out().toUri().toURL());
    for (Path path : Compiler.classpath()) {
      urls.add(path.toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), GeneratedCodeTest.class.getClassLoader());
  }

  private static Object pipeline(ClassLoader loader, String recipe) throws Exception {
    return loader.loadClass("com.acme." + recipe + "Pipeline").getConstructor().newInstance();
  }

  private static Object call(Object pipeline, String method) throws Exception {
    return Arrays.stream(pipeline.getClass().getMethods())
        .filter(m -> m.getName().equals(method) && !m.isBridge())
        .findFirst()
        .orElseThrow()
        .invoke(pipeline);
  }
}
