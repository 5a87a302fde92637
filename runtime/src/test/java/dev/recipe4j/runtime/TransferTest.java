package dev.recipe4j.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.engine.InitialParameters;
import dev.recipe4j.runtime.train.RunDirectory;
import dev.recipe4j.runtime.train.RunException;
import dev.recipe4j.runtime.train.TrainingListener;
import dev.recipe4j.runtime.weights.NetworkWeights;
import dev.recipe4j.runtime.weights.SafetensorsWriter;
import dev.recipe4j.runtime.weights.WeightsException;
import dev.recipe4j.runtime.weights.WeightsStore;
import dev.recipe4j.spec.Batch;
import dev.recipe4j.spec.LeNet;
import dev.recipe4j.spec.Normalize;
import dev.recipe4j.spec.Pretrained;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import dev.recipe4j.spec.Weights;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training that starts from weights, from the file to the run directory. */
class TransferTest {
  private static final Blobs DATA = new Blobs(240, 60);
  private static final String STORE = "recipe4j.weights";

  @TempDir Path folder;

  private Path out;

  @BeforeEach
  void keepOutOfTheUsersStore() {
    out = folder.resolve("run");
    System.setProperty(STORE, folder.resolve("store").toString());
  }

  @AfterEach
  void forgetTheStore() {
    System.clearProperty(STORE);
  }

  private static Weights weights(Path file, int classes) throws IOException {
    String extension = file.toString().substring(file.toString().lastIndexOf('.'));
    return new Weights(
        "com.acme.Spots",
        new LeNet(),
        classes,
        1,
        new Normalize(List.of(0.3), List.of(0.25)),
        "sha256:" + sha256(file),
        "https://example.org/spots" + extension);
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Training training(Weights weights, String... freeze) {
    RecipeSpec recipe =
        Recipes.spots(new Recipe("transfer", 2, 7, 1), new Pretrained(weights, List.of(freeze), 2));
    return Training.of(Recipes.pipeline(recipe), DATA).threads(2);
  }

  /** The checkpoint of a run of one epoch. */
  private Path checkpoint() {
    Path run = folder.resolve("published");
    RecipeSpec recipe = Recipes.spots(new Recipe("spots", 1, 1, 1));
    Training.of(Recipes.pipeline(recipe), DATA).out(run).threads(2).train();
    return run.resolve("checkpoints").resolve("best.ckpt");
  }

  @Test
  void frozenStagesOfACheckpointStayToTheBit() throws IOException {
    Path file = checkpoint();
    TrainingRun run = training(weights(file, 3), "conv1", "conv2").weights(file).out(out).train();
    assertTrue(
        Files.readString(out.resolve("log.txt"))
            .contains(
                "starts from best.ckpt: 10 tensors matched (names of recipe4j), 0 of another"
                    + " classifier skipped, 0 missing, 0 unexpected"));
    assertTrue(run.last().testTop1().getAsDouble() > 0.8, run.history().toString());
    FloatBuffer before = new RunDirectory(folder.resolve("published")).best().parameters();
    FloatBuffer after = new RunDirectory(out).last().parameters();
    Network network = LeNetDescription.of(3);
    for (Entry entry : ParameterLayout.of(network, new Shape(1, 16, 16)).entries()) {
      int offset = (int) entry.offset();
      int size = (int) entry.tensor().size();
      int mismatch = before.slice(offset, size).mismatch(after.slice(offset, size));
      if (entry.layer().stage().startsWith("conv")) {
        assertEquals(-1, mismatch, entry.toString());
      } else {
        assertNotEquals(-1, mismatch, entry.toString());
      }
    }
    try (Classifier classifier = Classifier.load(run)) {
      assertEquals(3, classifier.classNames().size());
    }
  }

  /** The engine of frozen stages keeps the running statistics and starts where it stopped. */
  @Test
  void aStoppedRunWithFrozenStagesEndsWithTheSameBytes() throws IOException {
    Path file = checkpoint();
    Weights weights = weights(file, 3);
    Path undisturbed = folder.resolve("undisturbed");
    training(weights, "conv1").weights(file).out(undisturbed).train();
    TrainingListener powerCut =
        new TrainingListener() {
          @Override
          public void updated(
              int epoch, long update, double rate, double loss, double imagesPerSecond) {
            if (epoch == 2) {
              throw new IllegalStateException("power cut");
            }
          }
        };
    Training stopped = training(weights, "conv1").weights(file).out(out).listener(powerCut);
    assertThrows(IllegalStateException.class, stopped::train);
    training(weights, "conv1").weights(file).resume(out).train();
    assertTrue(Files.readString(out.resolve("log.txt")).contains("goes on after epoch 1 of 2"));
    for (String name : List.of("epoch-00001.ckpt", "epoch-00002.ckpt", "best.ckpt")) {
      assertArrayEquals(
          Files.readAllBytes(undisturbed.resolve("checkpoints").resolve(name)),
          Files.readAllBytes(out.resolve("checkpoints").resolve(name)),
          name);
    }
  }

  /** Where one update from the weights leads. */
  private FloatBuffer afterOneUpdate(Path file, double headRateFactor) throws IOException {
    RecipeSpec recipe =
        Recipes.spots(
            new Recipe("transfer", 1, 7, 1),
            new Batch(240, 1, 1, false),
            new Pretrained(weights(file, 3), List.of(), headRateFactor));
    Path run = folder.resolve("factor-" + headRateFactor);
    Training.of(Recipes.pipeline(recipe), DATA).weights(file).out(run).threads(2).train();
    return new RunDirectory(run).last().parameters();
  }

  @Test
  void theClassifierMovesByItsFactor() throws IOException {
    Path file = checkpoint();
    FloatBuffer before = new RunDirectory(folder.resolve("published")).best().parameters();
    FloatBuffer once = afterOneUpdate(file, 1);
    FloatBuffer eightTimes = afterOneUpdate(file, 8);
    Network network = LeNetDescription.of(3);
    double farthest = 0;
    for (Entry entry : ParameterLayout.of(network, new Shape(1, 16, 16)).entries()) {
      for (int i = (int) entry.offset(); i < entry.end(); i++) {
        if (entry.layer().equals(network.output())) {
          double moved = once.get(i) - before.get(i);
          assertEquals(8 * moved, eightTimes.get(i) - before.get(i), 1e-6, entry.toString());
          farthest = Math.max(farthest, Math.abs(moved));
        } else {
          assertEquals(once.get(i), eightTimes.get(i), entry.toString());
        }
      }
    }
    assertTrue(farthest > 1e-4, "the classifier moved by %.1e at most".formatted(farthest));
  }

  @Test
  void theFileIsFoundInTheStore() throws IOException {
    Path file = checkpoint();
    Path kept = new WeightsStore(folder.resolve("store")).file(weights(file, 3));
    assertEquals("Spots-%s.ckpt".formatted(sha256(file).substring(0, 8)), kept.getFileName() + "");
    WeightsException e =
        assertThrows(WeightsException.class, () -> training(weights(file, 3)).out(out).train());
    assertEquals(
        ("the weights Spots are not at %s: get them with 'recipe4j weights fetch Spots' from"
                + " https://example.org/spots.ckpt, or name their file with --weights FILE")
            .formatted(kept),
        e.getMessage());
    assertFalse(Files.exists(out), "a run directory was left");
  }

  @Test
  void anotherClassifierStartsAnew() throws IOException {
    Network five = LeNetDescription.of(5);
    ParameterLayout layout = ParameterLayout.of(five, new Shape(1, 16, 16));
    FloatBuffer parameters = FloatBuffers.direct(layout.size());
    InitialParameters.fill(parameters, layout, 3);
    Path file = folder.resolve("five.safetensors");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      SafetensorsWriter.write(
          channel, new NetworkWeights(five, layout).tensors("recipe4j", parameters), Map.of());
    }
    Weights weights = weights(file, 5);
    Path kept = new WeightsStore(folder.resolve("store")).file(weights);
    Files.createDirectories(folder.resolve("store"));
    Files.copy(file, kept);
    training(weights).out(out).train();
    assertTrue(
        Files.readString(out.resolve("log.txt"))
            .contains("8 tensors matched (names of recipe4j), 2 of another classifier skipped"));
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("published.ckpt"), "published");
    Weights weights = weights(file, 3);
    Files.writeString(file, "changed");
    WeightsException e =
        assertThrows(
            WeightsException.class, () -> training(weights).weights(file).out(out).train());
    assertEquals(
        "%s is not the file of the weights Spots: its checksum is sha256:%s, published is %s; get it again from https://example.org/spots.ckpt"
            .formatted(file, sha256(file), weights.checksum()),
        e.getMessage());
    assertFalse(Files.exists(out), "a run directory was left");
  }

  /** Its numbers have no names: only recipe.json of its run says what they are. */
  @Test
  void aCheckpointOutsideItsRunIsRefused() throws IOException {
    Path file = Files.copy(checkpoint(), folder.resolve("alone.ckpt"));
    RunException e =
        assertThrows(
            RunException.class, () -> training(weights(file, 3)).weights(file).out(out).train());
    assertEquals(
        "%s is a checkpoint outside its run, so its network is not known: write it as safetensors with 'recipe4j export RUN --out FILE'"
            .formatted(file),
        e.getMessage());
  }

  @Test
  void whatCannotBeFrozenIsRefused() throws IOException {
    Path file = checkpoint();
    RunException e =
        assertThrows(
            RunException.class,
            () -> training(weights(file, 3), "conv2").weights(file).out(out).train());
    assertEquals(
        "the network cannot be trained: frozen stages come first: freeze conv1 of LeNet too, or fewer",
        e.getMessage());
    assertFalse(Files.exists(out), "a run directory was left");
  }

  @Test
  void weightsForARecipeThatStartsAnewAreRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("some.safetensors"), "some");
    Training training = Training.of(Recipes.pipeline(Recipes.spots()), DATA);
    RunException e =
        assertThrows(RunException.class, () -> training.weights(file).out(out).train());
    assertEquals(
        "the recipe spots starts without weights, so %s would not be used: add @Pretrained to it"
            .formatted(file),
        e.getMessage());
  }
}
