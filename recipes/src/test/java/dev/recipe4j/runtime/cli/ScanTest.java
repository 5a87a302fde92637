package dev.recipe4j.runtime.cli;

import static dev.recipe4j.runtime.cli.Terminal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.Training;
import dev.recipe4j.runtime.TrainingRun;
import dev.recipe4j.runtime.cli.Terminal.Outcome;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.train.RunFindingException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scan}: from a folder to an annotation, a recipe and a run. */
class ScanTest {
  /** Names that are hard to write in Java source. */
  private static final List<String> CLASSES =
      List.of("a \"quoted\" name", "back\\slash \\u0041", "向日葵", "ä, komma");

  private static final String RECIPE =
      """
      package com.acme;

      import dev.recipe4j.*;

      @Recipe(epochs = 1) @LeNet @Photos @Batch(8) @Momentum @CosineDecay
      @LearningRate(reference = 0.01, referenceBatch = 8)
      public interface PhotosLeNet {}
      """;

  @TempDir Path folder;

  private Path photos(int size) throws IOException {
    Path photos = folder.resolve("photos");
    Random random = new Random(1);
    for (String name : CLASSES) {
      Path ofClass = Files.createDirectories(photos.resolve(name));
      for (int i = 0; i < 10; i++) {
        writeImage(ofClass.resolve(i + ".png"), size, size, random);
      }
    }
    return photos;
  }

  private static void writeImage(Path file, int width, int height, Random random)
      throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, random.nextInt());
      }
    }
    String name = file.getFileName().toString();
    ImageIO.write(picture, name.substring(name.lastIndexOf('.') + 1), file.toFile());
  }

  private Path target() {
    return folder.resolve("src/main/java/com/acme/Photos.java");
  }

  @Test
  void theAnnotationCompilesAndItsRecipeTrainsOnTheDataAndNoOther() throws Exception {
    Path photos = photos(32);
    Outcome outcome = Terminal.run("scan", photos, "--java", target());
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(outcome.out().endsWith("wrote " + target() + "\n"), outcome.out());
    String source = Files.readString(target());
    assertTrue(source.startsWith("package com.acme;\n\nimport dev.recipe4j.ClassNames;\n"), source);
    assertTrue(source.contains("    imageSize = 32,\n    channels = 3,\n"), source);
    assertEquals(List.of("Photos.java"), names(target().resolveSibling(".")));

    try (URLClassLoader loader = compiled(source)) {
      Pipeline pipeline =
          (Pipeline)
              loader.loadClass("com.acme.PhotosLeNetPipeline").getConstructor().newInstance();
      assertEquals(
          CLASSES.stream().sorted().toList(), pipeline.recipe().classNames().orElseThrow().value());
      TrainingRun run =
          Training.of(pipeline, ImageData.at(photos)).out(folder.resolve("run")).train();
      assertEquals(1, run.history().size());

      writeImage(photos.resolve(CLASSES.get(2)).resolve("new.png"), 32, 32, new Random(2));
      Training other = Training.of(pipeline, ImageData.at(photos)).out(folder.resolve("other"));
      RunFindingException e = assertThrows(RunFindingException.class, other::train);
      String message = String.valueOf(e.getMessage());
      assertTrue(message.startsWith("[DATA_DRIFT] " + photos), message);
      assertTrue(message.matches(".* images instead of \\d+, fingerprint sha256:.*"), message);
      assertTrue(message.contains("run 'recipe4j scan' on it again"), message);
      assertFalse(Files.exists(folder.resolve("other")));
    }
  }

  private URLClassLoader compiled(String annotation) throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Path out = Files.createDirectories(folder.resolve("out"));
    List<Path> files =
        List.of(
            Files.writeString(in.resolve("Photos.java"), annotation),
            Files.writeString(in.resolve("PhotosLeNet.java"), RECIPE));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter log = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-d",
              out.toString(),
              "-encoding",
              "UTF-8",
              "-Xlint:all,-processing",
              "-Werror",
              "-classpath",
              System.getProperty("java.class.path"),
              "-processor",
              "dev.recipe4j.processor.RecipeProcessor");
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              log, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files));
      assertTrue(task.call(), log::toString);
    }
    return new URLClassLoader(new URL[] {out.toUri().toURL()}, getClass().getClassLoader());
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void withoutAFileTheAnnotationIsPrinted() throws IOException {
    Path photos = photos(32);
    writeImage(photos.resolve("向日葵").resolve("small.jpg"), 40, 20, new Random(3));
    Outcome outcome = Terminal.run("scan", photos, "--package", "com.acme");
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(outcome.out().contains("\npackage com.acme;\n"), outcome.out());
    assertTrue(outcome.out().contains("    smallestSide = 20,\n"), outcome.out());
    assertTrue(outcome.out().endsWith("public @interface Photos {}\n"), outcome.out());
    assertEquals(List.of("photos"), names(folder));
  }

  @Test
  void damagedFilesAndEmptyClassesAreNamedAndNothingIsWritten() throws IOException {
    Path photos = photos(32);
    Path ofClass = photos.resolve("向日葵");
    Files.writeString(ofClass.resolve("text.png"), "no image");
    writeImage(ofClass.resolve("whole.jpg"), 32, 32, new Random(4));
    byte[] jpeg = Files.readAllBytes(ofClass.resolve("whole.jpg"));
    Files.write(ofClass.resolve("cut.jpg"), Arrays.copyOf(jpeg, jpeg.length - 50));
    Files.createDirectory(photos.resolve("empty"));

    Outcome outcome = Terminal.run("scan", photos, "--java", target());
    assertEquals(1, outcome.exitCode(), outcome.err());
    List<String> lines = outcome.err().lines().toList();
    assertEquals(4, lines.size(), outcome.err());
    assertTrue(
        outcome.err().contains(ofClass.resolve("cut.jpg") + " cannot be decoded (cut short"));
    assertTrue(outcome.err().contains(ofClass.resolve("text.png") + " cannot be decoded"));
    assertTrue(
        outcome.err().contains(photos.resolve("empty") + ", the folder of a class, holds no"));
    assertTrue(lines.get(3).startsWith("recipe4j: 3 faults in " + photos), lines.get(3));
    assertTrue(outcome.out().contains("training and"), outcome.out());
    assertTrue(outcome.out().contains("public @interface Photos {}"), outcome.out());
    assertFalse(outcome.out().contains("fingerprint"), outcome.out());
    assertFalse(Files.exists(target()));
  }

  @Test
  void idxFilesAreScanned() throws IOException {
    Path data = SampleFiles.in(folder.resolve("fashion"));
    Outcome outcome = Terminal.run("scan", data);
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(outcome.out().contains("    imageSize = 28,\n    channels = 1,\n"), outcome.out());
    // Of the whole set: 0.2860 and 0.3530.
    assertTrue(
        outcome.out().matches("(?s).*mean = \\{0\\.28\\d},\n    std = \\{0\\.35\\d}.*"),
        outcome.out());
    assertFalse(outcome.out().contains("@ClassNames"), outcome.out());
  }

  @Test
  void anExistingFileIsKept() throws IOException {
    Path photos = photos(8);
    Files.createDirectories(target().resolveSibling("."));
    Files.writeString(target(), "mine");
    assertRefused(2, "exists; --force replaces it", "scan", photos, "--java", target());
    assertEquals("mine", Files.readString(target()));
    assertEquals(0, Terminal.run("scan", photos, "--java", target(), "--force").exitCode());
    assertTrue(Files.readString(target()).contains("@interface Photos"));
  }

  @Test
  void wrongUseIsOneLine() throws IOException {
    Path photos = photos(8);
    Path nowhere = folder.resolve("nowhere");
    assertRefused(2, nowhere + " does not exist", "scan", nowhere);
    assertRefused(
        2, "must be a Java name and end in .java", "scan", photos, "--java", "my-photos.java");
    assertRefused(2, "must be a Java name and end in .java", "scan", photos, "--java", "Photos.kt");
    assertRefused(2, "is a name of the language itself", "scan", photos, "--java", "Dataset.java");
    assertRefused(
        2, "name its package with --package", "scan", photos, "--java", folder.resolve("P.java"));
    assertRefused(
        2, "contradicts the place", "scan", photos, "--java", target(), "--package", "org.other");
    assertRefused(2, "is no name of a package", "scan", photos, "--package", "com.2nd");
    assertRefused(1, "holds neither IDX files", "scan", Files.createDirectory(nowhere));
    Path file = Files.writeString(folder.resolve("file"), "mine");
    assertRefused(
        1,
        "cannot make the folder",
        "scan",
        photos,
        "--java",
        file.resolve("P.java"),
        "--package",
        "com.acme");
    assertFalse(Files.exists(target()));
  }
}
