package dev.recipe4j.runtime.preflight;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.ExampleLoader;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.Minibatches;
import dev.recipe4j.runtime.data.StoredImage;
import dev.recipe4j.runtime.train.TrainingTask;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.Batch;
import java.nio.FloatBuffer;
import java.util.OptionalLong;

/**
 * The schedule has as many updates as the loader gives batches: elsewhere more batches than planned
 * made the learning rate climb again at the end of a cosine (probly issue 557).
 */
final class ScheduleCheck {
  static final String NAME = "schedule";

  private ScheduleCheck() {}

  static CheckResult of(TrainingTask task) {
    return of(task.curve(), batches(task), task.recipe().updatesPerEpoch());
  }

  /**
   * Compares the numbers of updates of an epoch.
   *
   * @param counted batches that the loader gave
   * @param declared what the recipe's data set would make, if it says how many images it has
   */
  static CheckResult of(LearningRateCurve curve, long counted, OptionalLong declared) {
    long planned = curve.updatesPerEpoch();
    String plan =
        "%d epochs of %d updates, %d in all".formatted(curve.epochs(), planned, curve.updates());
    if (counted != planned) {
      return CheckResult.failed(
          NAME,
          "%s, but the loader gives %d batches an epoch: the learning rate would be that of"
                  .formatted(plan, counted)
              + " another time",
          "report it with the recipe and the data's description: the two are computed alike");
    }
    if (declared.isPresent() && declared.getAsLong() != counted) {
      return CheckResult.warning(
          NAME,
          "%s; by the recipe's @Dataset an epoch has %d: what the rules and the card said of"
                  .formatted(plan, declared.getAsLong())
              + " updates does not hold",
          "set trainExamples of @Dataset to what 'recipe4j scan' finds");
    }
    return CheckResult.ok(NAME, plan + "; the loader gives as many batches");
  }

  /**
   * Asks the loader itself, for images of one pixel, since an epoch of real ones may take hours.
   */
  private static long batches(TrainingTask task) {
    Batch batch = task.recipe().batch();
    Minibatches batches =
        new Minibatches(
            new Counted(task.data().train()),
            new OnePixel(),
            batch.value(),
            batch.dropLast(),
            task.recipe().recipe().seed(),
            1);
    long count = 0;
    try (var pass = batches.shuffled(1)) {
      while (pass.hasNext()) {
        pass.next();
        count++;
      }
    }
    return count;
  }

  /** As many examples, of the same classes, whose images need not be read. */
  private record Counted(Examples examples) implements Examples {
    private static final Image PIXEL = new Image(1, 1, 1, new byte[1]);

    @Override
    public int size() {
      return examples.size();
    }

    @Override
    public int label(int index) {
      return examples.label(index);
    }

    @Override
    public Image image(int index) {
      return PIXEL;
    }

    @Override
    public String name(int index) {
      return examples.name(index);
    }
  }

  private static final class OnePixel implements ExampleLoader<HardLabels> {
    @Override
    public Shape shape(StoredImage image) {
      return new Shape(1, 1, 1);
    }

    @Override
    public void load(StoredImage image, Draw draw, FloatBuffer batch, int position) {
      batch.put(position, 0);
    }
  }
}
