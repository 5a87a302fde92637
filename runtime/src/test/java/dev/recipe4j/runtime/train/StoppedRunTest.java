package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.Blobs;
import dev.recipe4j.runtime.Pipeline;
import dev.recipe4j.runtime.Recipes;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import dev.recipe4j.spec.Adam;
import dev.recipe4j.spec.Batch;
import dev.recipe4j.spec.Component;
import dev.recipe4j.spec.Dropout;
import dev.recipe4j.spec.Ema;
import dev.recipe4j.spec.Mixup;
import dev.recipe4j.spec.RandomFlip;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that ends at any step, on request or not, goes on from there with the same bits. */
class StoppedRunTest {
  /** Four batches, the last one smaller; three of validation images. */
  private static final ImageData DATA = new Blobs(60, 40);

  private static final int STEPS = 12;
  private static final RecipeSpec RECIPE = recipe(2);

  @TempDir Path directory;

  /** Everything that has a memory or draws random numbers. */
  private static RecipeSpec recipe(int everySteps, Component... others) {
    List<Component> components =
        new ArrayList<>(
            List.of(
                new Recipe("spots", 3, 1, 1),
                new Adam(0.9, 0.999, 1e-8),
                new Ema(0.9),
                new Dropout(0.3),
                new RandomFlip(0.5),
                new Mixup(0.2, OptionalDouble.of(0.5)),
                new dev.recipe4j.spec.Checkpoint(1, OptionalInt.of(everySteps), 2)));
    components.addAll(List.of(others));
    return Recipes.spots(components.toArray(Component[]::new));
  }

  private static boolean never() {
    return false;
  }

  private static TrainingLoop loop(
      RecipeSpec recipe, int threads, BooleanSupplier stop, TrainingListener... listeners) {
    Pipeline pipeline = Recipes.pipeline(recipe);
    TrainingTask task =
        new TrainingTask(
            recipe, pipeline.trainChain(), pipeline.evaluationChain(), DATA, List.of());
    return new TrainingLoop(
        task, ReferenceEngine::new, threads, List.of(listeners), List.of(), stop);
  }

  /** Ends the run as a power cut would, after an update and before anything is stored. */
  private static TrainingListener powerCutAt(long step) {
    return new TrainingListener() {
      @Override
      public void updated(int epoch, long update, double rate, double loss, double speed) {
        if (update + 1 == step) {
          throw new IllegalStateException("power cut");
        }
      }
    };
  }

  private Path cutAt(long step) {
    Path run = directory.resolve("cut-at-" + step);
    TrainingLoop cut = loop(RECIPE, 1, StoppedRunTest::never, powerCutAt(step));
    assertThrows(IllegalStateException.class, () -> cut.run(run));
    return run;
  }

  private Path undisturbed() {
    Path run = directory.resolve("undisturbed");
    loop(RECIPE, 1, StoppedRunTest::never).run(run);
    return run;
  }

  private static List<String> files(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run.resolve("checkpoints"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** The only one within an epoch: batch 2 of epoch 3. */
  private static Path newest(Path run) throws IOException {
    String name =
        files(run).stream().filter(file -> file.contains("batch")).findFirst().orElseThrow();
    return run.resolve("checkpoints").resolve(name);
  }

  static void assertSameBits(Path expected, Path run) throws IOException {
    assertEquals(
        files(expected), files(run).stream().filter(name -> !name.endsWith(".aside")).toList());
    for (String name : files(expected)) {
      assertArrayEquals(
          Files.readAllBytes(expected.resolve("checkpoints").resolve(name)),
          Files.readAllBytes(run.resolve("checkpoints").resolve(name)),
          run + " " + name);
    }
    assertEquals(withoutTimes(expected), withoutTimes(run));
  }

  private static List<String> withoutTimes(Path run) throws IOException {
    return Files.readAllLines(run.resolve("history.csv")).stream()
        .map(line -> line.substring(0, line.lastIndexOf(',', line.lastIndexOf(',') - 1)))
        .toList();
  }

  private static String log(Path run) throws IOException {
    return Files.readString(run.resolve("log.txt"));
  }

  @Test
  void goesOnAfterAPowerCutAtAnyStep() throws IOException {
    Path undisturbed = undisturbed();
    assertEquals(List.of("best.ckpt", "epoch-00002.ckpt", "epoch-00003.ckpt"), files(undisturbed));
    for (int step = 1; step <= STEPS; step++) {
      Path run = cutAt(step);
      loop(RECIPE, 1, StoppedRunTest::never).resume(run, false);
      assertSameBits(undisturbed, run);
    }
    String log = log(directory.resolve("cut-at-8"));
    assertTrue(log.contains("the run goes on after batch 2 of epoch 2 of 3"), log);
  }

  /** The request comes at every moment that asks for one, evaluations included. */
  @Test
  void goesOnAfterEveryRequestToStop() throws IOException {
    Path undisturbed = undisturbed();
    int stops = 0;
    for (int moment = 1; ; moment += 3) {
      int last = moment;
      AtomicInteger asked = new AtomicInteger();
      Path run = directory.resolve("stopped-at-" + moment);
      TrainingLoop loop = loop(RECIPE, 1, () -> asked.incrementAndGet() == last);
      try {
        loop.run(run);
        break; // It was not asked so often.
      } catch (RunStoppedException e) {
        assertEquals(run, e.directory());
        String message = String.valueOf(e.getMessage());
        assertTrue(message.startsWith("stopped on request after step "), message);
        stops++;
      }
      loop(RECIPE, 1, StoppedRunTest::never).resume(run, false);
      assertSameBits(undisturbed, run);
    }
    assertTrue(stops > STEPS, stops + " stops");
  }

  @Test
  void aStopLosesNothing() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Path run = directory.resolve("run");
    RecipeSpec seldom = recipe(100);
    RunStoppedException e =
        assertThrows(
            RunStoppedException.class,
            () -> loop(seldom, 1, () -> asked.incrementAndGet() > 4).run(run));
    // Asked twice after every update that it goes on from.
    assertEquals("stopped on request after step 3 (epoch 1, batch 3 of 4)", e.getMessage());
    assertEquals(List.of("epoch-00001-batch-00003.ckpt"), files(run));
    assertTrue(log(run).contains("stopped: stopped on request after step 3"), log(run));
    assertEquals(
        RunOutcome.Kind.UNFINISHED, RunOutcome.of(new RunDirectory(run)).kind(), "its report");
  }

  /** Zero bytes, the header alone, half of it, and one bit. */
  @ParameterizedTest
  @CsvSource({"0, -1", "44, -1", "-2, -1", "-1, 100", "-1, 20000"})
  void fallsBackFromADamagedCheckpoint(int length, int flipped) throws IOException {
    Path run = cutAt(STEPS);
    Path newest = newest(run);
    byte[] bytes = Files.readAllBytes(newest);
    int kept = length == -2 ? bytes.length / 2 : length == -1 ? bytes.length : length;
    if (flipped >= 0) {
      bytes[flipped] ^= 1;
    }
    Files.write(newest, Arrays.copyOf(bytes, kept));
    loop(RECIPE, 1, StoppedRunTest::never).resume(run, false);
    assertSameBits(undisturbed(), run);
    String log = log(run);
    assertTrue(log.contains("note: " + newest + " is "), log);
    assertTrue(log.contains("note: the run goes on after epoch 2 of 3"), log);
    assertTrue(files(run).contains(newest.getFileName() + ".aside"), files(run).toString());
  }

  @Test
  void restoresADamagedBest() throws IOException {
    Path run = cutAt(STEPS);
    Files.write(run.resolve("checkpoints").resolve("best.ckpt"), new byte[7]);
    loop(RECIPE, 1, StoppedRunTest::never).resume(run, false);
    assertSameBits(undisturbed(), run);
  }

  @Test
  void saysThatTheBestIsLost() throws IOException {
    Path run = cutAt(STEPS);
    int best = EpochResult.best(new RunDirectory(run).history()).epoch();
    Files.delete(run.resolve("checkpoints").resolve("best.ckpt"));
    Files.delete(run.resolve("checkpoints").resolve("epoch-0000%d.ckpt".formatted(best)));
    loop(RECIPE, 1, StoppedRunTest::never).resume(run, false);
    assertTrue(
        log(run).contains("the checkpoint of the best epoch, %d, is lost".formatted(best)),
        log(run));
    assertEquals(3, new RunDirectory(run).best().epoch());
  }

  @Test
  void draftsOfAKilledProcessAreRemoved() throws IOException {
    Path run = cutAt(STEPS);
    Files.write(
        run.resolve("checkpoints").resolve("epoch-00003-batch-00003.ckpt.tmp"), new byte[9]);
    loop(RECIPE, 1, StoppedRunTest::never).resume(run, false);
    assertFalse(files(run).stream().anyMatch(name -> name.endsWith(".tmp")), files(run).toString());
  }

  /** A position within an epoch means nothing then. */
  @Test
  void otherBatchesGoOnAfterAnEpoch() throws IOException {
    Path run = cutAt(STEPS);
    loop(recipe(2, new Batch(8, 1, 1, false)), 1, StoppedRunTest::never).resume(run, true);
    assertTrue(log(run).contains("the run goes on after epoch 2 of 3"), log(run));
    assertEquals(3, new RunDirectory(run).history().size());
  }

  @Test
  void saysThatAnotherThreadCountGivesOtherBits() throws IOException {
    Path run = cutAt(STEPS);
    loop(RECIPE, 3, StoppedRunTest::never).resume(run, false);
    assertTrue(
        log(run)
            .contains(
                "note: warning: it is computed otherwise than before (threads of the engine 1 -> 2)"),
        log(run));
    assertEquals(2, new RunDirectory(run).document().engineThreads());
  }

  @Test
  void saysThatTheHistoryIsCut() throws IOException {
    Path run = cutAt(STEPS);
    Path history = run.resolve("history.csv");
    Files.write(history, Files.readAllLines(history).subList(0, 2));
    TrainingLoop loop = loop(RECIPE, 1, StoppedRunTest::never);
    RunException e = assertThrows(RunException.class, () -> loop.resume(run, false));
    assertTrue(
        String.valueOf(e.getMessage()).contains("ends after epoch 1, its checkpoint is of epoch 2"),
        e.getMessage());
  }
}
