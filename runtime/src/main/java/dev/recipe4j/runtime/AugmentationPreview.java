package dev.recipe4j.runtime;

import dev.recipe4j.decimal.Decimals;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.augment.Step;
import dev.recipe4j.runtime.data.DataException;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.data.SoftTargets;
import dev.recipe4j.spec.ClassNames;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Some training images after each step of a recipe, as its training would see them in one epoch,
 * mixed with each other as if they were one batch.
 */
public final class AugmentationPreview {
  /**
   * An image after a step.
   *
   * @param caption the step, or what the image is then said to be
   */
  public record Picture(String caption, Image image) {}

  /**
   * The pictures of one example in the order of the steps.
   *
   * @param title its name and class
   */
  public record Row(String title, List<Picture> pictures) {
    public Row {
      pictures = List.copyOf(pictures);
    }
  }

  private final Batched<?> chain;
  private final Examples examples;
  private final List<String> classNames;
  private final long seed;
  private final int epoch;

  private AugmentationPreview(Pipeline pipeline, ImageData data, long seed, int epoch) {
    this.chain = pipeline.trainChain();
    this.examples = data.train();
    this.classNames =
        data.classNames()
            .or(() -> pipeline.recipe().classNames().map(ClassNames::value))
            .orElseGet(
                () -> IntStream.range(0, data.classes()).mapToObj(Integer::toString).toList());
    this.seed = seed;
    this.epoch = epoch;
  }

  /**
   * The pictures of some examples, taken evenly from the training images.
   *
   * @param seed of the training
   * @param epoch from 1
   * @param count at least 1; fewer if there are not so many
   * @throws DataException if an image cannot be read or has another shape than the others
   */
  public static List<Row> rows(Pipeline pipeline, ImageData data, long seed, int epoch, int count) {
    AugmentationPreview preview = new AugmentationPreview(pipeline, data, seed, epoch);
    int shown = Math.min(count, data.train().size());
    if (shown == 0) {
      throw new DataException("no training images in " + data.description());
    }
    boolean isSoft = pipeline.recipe().smoothing() > 0 || !pipeline.recipe().mixes().isEmpty();
    return preview.rows(shown, isSoft);
  }

  private List<Row> rows(int shown, boolean isSoft) {
    int[] chosen = new int[shown];
    int[] labels = new int[shown];
    Shape shape = chain.shape(examples.image(0));
    int size = Math.toIntExact(shape.size());
    FloatBuffer images = FloatBuffers.direct(Math.multiplyExact((long) shown, size));
    List<List<Picture>> pictures = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      chosen[i] = (int) ((long) i * examples.size() / shown);
      labels[i] = examples.label(chosen[i]);
      Image image = examples.image(chosen[i]);
      requireShape(shape, chosen[i], image);
      List<Picture> steps = new ArrayList<>();
      for (Step step : chain.steps(image, Draw.of(seed, epoch, chosen[i]))) {
        steps.add(new Picture(step.name(), step.image()));
      }
      chain.load(image, Draw.of(seed, epoch, chosen[i]), images, i);
      steps.add(new Picture(chain.normalizedName(), chain.picture(images, i, shape)));
      pictures.add(steps);
    }
    if (isSoft) {
      Minibatch mixed =
          chain.mixed(new Minibatch(shown, shape, images, labels), Draw.ofBatch(seed, epoch, 0));
      for (int i = 0; i < shown; i++) {
        pictures.get(i).add(new Picture(caption(mixed, i), chain.picture(images, i, shape)));
      }
    }
    return IntStream.range(0, shown)
        .mapToObj(i -> new Row(title(chosen[i], labels[i]), pictures.get(i)))
        .toList();
  }

  private void requireShape(Shape shape, int example, Image image) {
    if (!chain.shape(image).equals(shape)) {
      throw new DataException(
          ("%s comes to %s but %s to %s, and the images of a batch need one shape;"
                  + " give the recipe @ResizeTo or @RandomResizedCrop")
              .formatted(examples.name(0), shape, examples.name(example), chain.shape(image)));
    }
  }

  private String title(int example, int label) {
    return "%s: %s".formatted(examples.name(example), classNames.get(label));
  }

  /** What the network should say of an example. */
  private String caption(Minibatch batch, int example) {
    String own = classNames.get(batch.labels()[example]);
    Optional<SoftTargets> targets = batch.softTargets();
    String mixed =
        targets.filter(SoftTargets::isMixed).map(t -> mixed(own, t, example)).orElse("1.00 " + own);
    return targets
        .filter(t -> t.smoothing() > 0)
        .map(t -> mixed + ", smoothed by " + Decimals.show(t.smoothing()))
        .orElse(mixed);
  }

  private String mixed(String own, SoftTargets targets, int example) {
    return String.format(
        Locale.ROOT,
        "%.2f %s + %.2f %s",
        targets.share(),
        own,
        1 - targets.share(),
        classNames.get(targets.others()[example]));
  }
}
