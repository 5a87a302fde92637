package dev.recipe4j.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.data.DataException;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.train.EpochResult;
import dev.recipe4j.runtime.train.RunException;
import dev.recipe4j.runtime.train.RunStart;
import dev.recipe4j.runtime.train.TrainingListener;
import dev.recipe4j.spec.Recipe;
import dev.recipe4j.spec.RecipeSpec;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a recipe and images to a run directory and a classifier. */
class EndToEndTest {
  private static final Blobs DATA = new Blobs(240, 60);

  @TempDir Path directory;

  @Test
  void trainsAndClassifies() throws IOException, InterruptedException, ExecutionException {
    Path out = directory.resolve("run");
    Recording recording = new Recording();
    RecipeSpec recipe = Recipes.spots();
    TrainingRun run =
        Training.of(Recipes.pipeline(recipe), DATA).out(out).threads(2).listener(recording).train();

    assertTrue(run.last().testTop1().getAsDouble() > 0.9, run.history().toString());
    assertTrue(run.last().cleanTrainTop1().getAsDouble() > 0.9, run.history().toString());
    assertTrue(run.last().testTopK().isEmpty());
    assertEquals(3, run.history().size());
    assertEquals(45, run.last().step());
    assertEquals(List.of(), recording.notes);
    assertEquals(run.history().size(), recording.rows.size());
    for (int update = 0; update < 45; update++) {
      assertEquals(recipe.curve(240).at(update), recording.learningRates.get(update), 1e-9);
    }
    assertEquals(recipe, TrainingRun.read(out).document().recipe());
    assertEquals(
        "epoch,step,learning_rate,train_loss,train_top1,clean_train_top1,test_loss,test_top1,"
            + "test_top5,seconds,images_per_second",
        Files.readAllLines(out.resolve("history.csv")).get(0));
    assertTrue(Files.readString(out.resolve("log.txt")).contains("epoch 3"));
    try (Classifier classifier = Classifier.load(run)) {
      checkClassifier(classifier, run.best());
    }
  }

  private void checkClassifier(Classifier classifier, EpochResult best)
      throws IOException, InterruptedException, ExecutionException {
    Examples validation = DATA.validation();
    List<Classification> alone = new ArrayList<>();
    int right = 0;
    for (int i = 0; i < validation.size(); i++) {
      Classification said = classifier.classify(picture(validation.image(i)));
      right += said.index() == validation.label(i) ? 1 : 0;
      alone.add(said);
    }
    assertEquals(best.testTop1().getAsDouble(), (double) right / validation.size(), 1e-12);
    double sum = alone.get(0).ranked().stream().mapToDouble(c -> c.probability()).sum();
    assertEquals(1, sum, 1e-9);

    Path file = directory.resolve("spot.png");
    ImageIO.write(picture(validation.image(0)), "png", file.toFile());
    assertEquals(alone.get(0), classifier.classify(file));

    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Classification>> together = new ArrayList<>();
      for (int i = 0; i < validation.size(); i++) {
        BufferedImage picture = picture(validation.image(i));
        together.add(threads.submit(() -> classifier.classify(picture)));
      }
      for (int i = 0; i < together.size(); i++) {
        assertEquals(alone.get(i), together.get(i).get());
      }
    } finally {
      threads.shutdown();
    }
    Path text = Files.writeString(directory.resolve("text.png"), "no image");
    assertThrows(DataException.class, () -> classifier.classify(text));
  }

  @Test
  void anOutputDirectoryInUseIsRefusedBeforeTraining() throws IOException {
    Path out = Files.createDirectory(directory.resolve("used"));
    Files.writeString(out.resolve("history.csv"), "mine");
    RunException e = assertThrows(RunException.class, () -> train(out));
    assertEquals(
        out + " is not empty: name another output directory, or go on with --resume",
        e.getMessage());
    assertEquals("mine", Files.readString(out.resolve("history.csv")));
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThrows(RunException.class, () -> train(file));
    assertThrows(RunException.class, () -> train(file.resolve("below")));
  }

  @Test
  void somethingElseIsNoRunDirectory() throws IOException {
    RunException e = assertThrows(RunException.class, () -> TrainingRun.read(directory));
    assertEquals(
        directory.resolve("recipe.json") + " is missing: not a run directory", e.getMessage());
    Files.writeString(directory.resolve("recipe.json"), "{\"format\":");
    assertThrows(RunException.class, () -> Classifier.load(directory));
  }

  private static TrainingRun train(Path out) {
    RecipeSpec recipe = Recipes.spots(new Recipe("spots", 1, 1, 1));
    return Training.of(Recipes.pipeline(recipe), DATA).out(out).train();
  }

  private static BufferedImage picture(Image image) {
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        picture.getRaster().setSample(x, y, 0, image.pixels()[y * image.width() + x] & 255);
      }
    }
    return picture;
  }

  private static final class Recording implements TrainingListener {
    private final List<Double> learningRates = new ArrayList<>();
    private final List<EpochResult> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    @Override
    public void started(RunStart start) {
      assertEquals("LeNet", start.network());
    }

    @Override
    public void updated(
        int epoch, long update, double learningRate, double loss, double imagesPerSecond) {
      learningRates.add(learningRate);
    }

    @Override
    public void epochEnded(EpochResult row) {
      rows.add(row);
    }

    @Override
    public void note(String message) {
      notes.add(message);
    }
  }
}
