package dev.recipe4j.runtime.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.recipes.fashionmnist.FashionMnistSample;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.ImageData;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Trainings of test-killed on some of the embedded images, in processes of their own. */
final class TrainingProcess {
  private static final int TRAIN = 480;
  private static final int VALIDATION = 200;

  private final Path data;

  /** Writes the images that are trained on into a new directory. */
  TrainingProcess(Path data) throws IOException {
    this.data = Files.createDirectory(data);
    ImageData sample = new FashionMnistSample().open();
    write("train", sample.train(), TRAIN);
    write("t10k", sample.validation(), VALIDATION);
  }

  /** Takes images evenly, in the format that IDX files have. */
  private void write(String part, Examples all, int size) throws IOException {
    try (DataOutputStream images =
            new DataOutputStream(Files.newOutputStream(data.resolve(part + "-images-idx3-ubyte")));
        DataOutputStream labels =
            new DataOutputStream(
                Files.newOutputStream(data.resolve(part + "-labels-idx1-ubyte")))) {
      images.writeInt(0x803);
      images.writeInt(size);
      images.writeInt(28);
      images.writeInt(28);
      labels.writeInt(0x801);
      labels.writeInt(size);
      for (int i = 0; i < size; i++) {
        int example = (int) ((long) i * all.size() / size);
        images.write(all.image(example).pixels());
        labels.writeByte(all.label(example));
      }
    }
  }

  /** The words after {@code recipe4j}. */
  List<String> words(Path run, String... others) {
    List<String> words =
        new ArrayList<>(
            List.of("train", "test-killed", "--data", data.toString(), "--out", run.toString()));
    words.addAll(List.of("--threads", "2"));
    words.addAll(List.of(others));
    return words;
  }

  /** The whole command. */
  List<String> command(Path run, String... others) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(words(run, others));
    return command;
  }

  /** Starts it, and returns when it is about to train. Its errors go to {@link #errors}. */
  Process start(Path run, String... others) throws IOException {
    Process process =
        new ProcessBuilder(command(run, others)).redirectError(errors(run).toFile()).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    while (line != null && !line.startsWith("test-killed: ")) {
      line = out.readLine();
    }
    assertTrue(line != null, () -> "not started: " + errorsOf(run));
    Thread drain = new Thread(() -> out.lines().forEach(ignored -> {}), "drain");
    drain.setDaemon(true);
    drain.start();
    return process;
  }

  /** Whether the last epoch is stored, and the command says so when it shall go on. */
  boolean hasNothingLeft(Path run) throws IOException {
    boolean isStored = files(run).contains("epoch-%05d.ckpt".formatted(epochs()));
    if (isStored) {
      Terminal.assertRefused(1, "has finished", words(run, "--resume").toArray());
    }
    return isStored;
  }

  private static int epochs() {
    return ServiceLoader.load(Pipeline.class).stream()
        .map(pipeline -> pipeline.get().recipe().recipe())
        .filter(recipe -> recipe.id().equals("test-killed"))
        .findFirst()
        .orElseThrow()
        .epochs();
  }

  static Path errors(Path run) {
    return run.resolveSibling(run.getFileName() + ".err");
  }

  static String errorsOf(Path run) {
    try {
      return Files.readString(errors(run));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** A run that nobody disturbs. */
  Path undisturbed(Path run) throws IOException, InterruptedException {
    assertEquals(0, start(run).waitFor(), errorsOf(run));
    return run;
  }

  static List<String> files(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run.resolve("checkpoints"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /**
   * Checkpoints hold parameters, average and the optimiser's memory. Of the history the last two
   * columns are times.
   */
  static void assertSameBits(Path expected, Path run, String hint) throws IOException {
    assertEquals(files(expected), files(run), hint);
    for (String name : files(expected)) {
      assertArrayEquals(
          Files.readAllBytes(expected.resolve("checkpoints").resolve(name)),
          Files.readAllBytes(run.resolve("checkpoints").resolve(name)),
          name + ": " + hint);
    }
    assertEquals(history(expected), history(run), hint);
  }

  private static List<String> history(Path run) throws IOException {
    return Files.readAllLines(run.resolve("history.csv")).stream()
        .map(line -> line.replaceAll(",[^,]*,[^,]*$", ""))
        .toList();
  }
}
