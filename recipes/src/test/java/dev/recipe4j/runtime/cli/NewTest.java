package dev.recipe4j.runtime.cli;

import static dev.recipe4j.runtime.cli.Terminal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.RecipeAssertions;
import dev.recipe4j.runtime.cli.Terminal.Outcome;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The project that {@code new} writes compiles, and its recipe is sound. */
class NewTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "96, 3, 20, '', 'MobileNetV1[width=0.25, style=KERAS]'",
    "150, 3, 40, --from-scratch, 'MobileNetV1[width=0.25, style=PADDLE]'",
    "96, 1, 20, '', 'MobileNetV1[width=0.25, style=PADDLE]'",
    "28, 1, 30, '', LeNet[]"
  })
  void theRecipeFitsTheImages(int side, int channels, int images, String option, String network)
      throws Exception {
    Path photos = paint(side, channels, images);
    Path project = folder.resolve("project");
    List<Object> words =
        new ArrayList<>(List.of("new", project, "--data", photos, "--package", "org.acme.pets"));
    if (!option.isEmpty()) {
      words.add(option);
    }
    Outcome outcome = Terminal.run(words.toArray());
    assertEquals(0, outcome.exitCode(), outcome.err());
    Pipeline pipeline = compile(project);
    assertEquals(network, pipeline.recipe().model().toString());
    RecipeAssertions.assertSound(pipeline);
    for (String file : List.of("pom.xml", "README.md", ".mvn/maven.config", ".gitignore")) {
      String text = Files.readString(project.resolve(file));
      assertTrue(!text.contains("${") || file.equals("pom.xml"), text);
    }
    assertTrue(
        Files.readString(project.resolve("README.md")).contains("train my-pets-recipe --data "));
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path photos = paint(32, 3, 4);
    assertRefused(2, "is not empty: name a new directory", "new", folder, "--data", photos);
    Path project = folder.resolve("project");
    assertRefused(2, "does not exist", "new", project, "--data", folder.resolve("none"));
    assertRefused(2, "no name of a package", "new", project, "--data", photos, "--package", "1.2");
    Files.write(photos.resolve("cat").resolve("0.png"), new byte[] {1, 2, 3});
    assertRefused(1, "mend them first", "new", project, "--data", photos);
    assertTrue(Files.notExists(project));
  }

  private Path paint(int side, int channels, int count) throws IOException {
    Random random = new Random(3);
    Path photos = folder.resolve("my-pets");
    int kind = channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
    for (String name : List.of("cat", "dog")) {
      Files.createDirectories(photos.resolve(name));
      for (int i = 0; i < count; i++) {
        BufferedImage image = new BufferedImage(side, side, kind);
        for (int pixel = 0; pixel < side * side; pixel++) {
          image.setRGB(pixel % side, pixel / side, random.nextInt(1 << 24));
        }
        ImageIO.write(image, "png", photos.resolve(name).resolve(i + ".png").toFile());
      }
    }
    return photos;
  }

  private Pipeline compile(Path project) throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(project.resolve("src"))) {
      List<Path> java = sources.filter(file -> file.toString().endsWith(".java")).toList();
      boolean isSound =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")),
                  null,
                  files.getJavaFileObjectsFromPaths(java))
              .call();
      assertTrue(isSound, messages.toString());
    }
    URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    Class<?> pipeline = loader.loadClass("org.acme.pets.MyPetsRecipePipeline");
    return (Pipeline) pipeline.getDeclaredConstructor().newInstance();
  }
}
