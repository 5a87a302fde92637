package dev.recipe4j.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.data.UnreadableImageException;
import dev.recipe4j.runtime.train.ConfusionMatrix.Confusion;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who is taken for whom, and which images are worst. */
class ExaminationTest {
  private static final Metrics NO_METRICS = new Metrics(0, 0, new TreeMap<>());

  /** Images that are named after their index; any of them may be unreadable. */
  private record Named(int size) implements Examples {
    @Override
    public int label(int index) {
      return 0;
    }

    @Override
    public Image image(int index) {
      return new Image(1, 1, 1, new byte[1]);
    }

    @Override
    public String name(int index) {
      return "image " + index;
    }

    @Override
    public void unreadable(int index, UnreadableImageException reason) {}
  }

  private static Minibatch batch(int... labels) {
    return new Minibatch(
        labels.length, new Shape(1, 1, 1), FloatBuffer.allocate(labels.length), labels);
  }

  private static Examination examination(int images, int classes) {
    return new Examination(new NotingSkipped(new Named(images)), classes);
  }

  @Test
  void countsConfusionsAndWeighsClassesAlike() {
    Examination examination = examination(6, 3);
    float[] zero = {2, 1, 0};
    float[] one = {0, 2, 1};
    float[] logits = new float[18];
    for (int i = 0; i < 6; i++) {
      System.arraycopy(i < 4 ? zero : one, 0, logits, 3 * i, 3);
    }
    examination.add(FloatBuffer.wrap(logits), batch(0, 0, 0, 2, 1, 0));
    ConfusionMatrix confusion = examination.result(NO_METRICS).confusion();
    assertEquals(3, confusion.count(0, 0));
    assertEquals(4, confusion.images(0));
    assertEquals(0.75, confusion.accuracy(0).getAsDouble());
    assertEquals(1, confusion.accuracy(1).getAsDouble());
    assertEquals(0, confusion.accuracy(2).getAsDouble());
    assertEquals(1.75 / 3, confusion.meanPerClass(), 1e-15);
    assertEquals(List.of(new Confusion(0, 1, 1), new Confusion(2, 0, 1)), confusion.confusions());
  }

  @Test
  void aClassWithoutImagesCountsForNothing() {
    ConfusionMatrix confusion = new ConfusionMatrix(3);
    confusion.add(1, 1, 1);
    confusion.add(1, 0, 3);
    assertTrue(confusion.accuracy(0).isEmpty());
    assertEquals(0.25, confusion.meanPerClass());
    assertTrue(Double.isNaN(new ConfusionMatrix(2).meanPerClass()));
  }

  /** With ties, infinities and NaN: what the one calls right, the other must. */
  @Test
  void agreesWithTheTallyOnEveryLogit() {
    float[] values = {0, -0f, 1, -1, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
    Random random = new Random(7);
    for (int round = 0; round < 5000; round++) {
      int classes = 2 + random.nextInt(4);
      float[] logits = new float[classes];
      for (int k = 0; k < classes; k++) {
        logits[k] = values[random.nextInt(values.length)];
      }
      int label = random.nextInt(classes);
      Tally tally = new Tally(classes);
      Examination examination = examination(1, classes);
      tally.add(FloatBuffer.wrap(logits), batch(label), 0);
      examination.add(FloatBuffer.wrap(logits), batch(label));
      Evaluation evaluation = examination.result(tally.metrics(List.of()));
      assertEquals(
          evaluation.metrics().top1(),
          evaluation.confusion().count(label, label),
          Arrays.toString(logits) + " of class " + label);
    }
  }

  @Test
  void keepsTheWorstMistakesInTheirOrder() {
    int images = 100;
    Examination examination = examination(images, 2);
    for (int i = 0; i < images; i++) {
      // The 60 last are wrong, the later the more.
      float other = i < 40 ? -1 : (i - 39) / 10f;
      examination.add(FloatBuffer.wrap(new float[] {0, other}), batch(0));
    }
    List<Mistake> mistakes = examination.result(NO_METRICS).mistakes();
    assertEquals(Examination.MISTAKES, mistakes.size());
    for (int i = 0; i < mistakes.size(); i++) {
      Mistake mistake = mistakes.get(i);
      int index = 99 - i;
      assertEquals(index, mistake.index());
      assertEquals("image " + index, mistake.name());
      assertEquals(1, mistake.predicted());
      double wrong = Math.exp((index - 39) / 10f);
      assertEquals(Math.log(1 + wrong), mistake.loss(), 1e-6);
      assertEquals(1 / (1 + wrong), mistake.labelProbability(), 1e-6);
      assertEquals(wrong / (1 + wrong), mistake.predictedProbability(), 1e-6);
    }
  }

  /** A batch does not say which images it lacks. */
  @Test
  void imagesThatAreLeftOutDoNotShiftTheNames() {
    NotingSkipped examples = new NotingSkipped(new Named(6));
    Examination examination = new Examination(examples, 2);
    UnreadableImageException reason =
        new UnreadableImageException("damaged", new IOException("no picture"));
    examples.unreadable(0, reason);
    examples.unreadable(2, reason);
    examination.add(FloatBuffer.wrap(new float[] {0, 1}), batch(0));
    examples.unreadable(4, reason);
    examination.add(FloatBuffer.wrap(new float[] {0, 2, 0, 3}), batch(0, 0));
    List<Integer> indices =
        examination.result(NO_METRICS).mistakes().stream().map(Mistake::index).toList();
    assertEquals(List.of(5, 3, 1), indices);
  }
}
