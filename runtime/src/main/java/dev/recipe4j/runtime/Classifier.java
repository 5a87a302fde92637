package dev.recipe4j.runtime;

import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.Classification.Candidate;
import dev.recipe4j.runtime.augment.Batched;
import dev.recipe4j.runtime.data.DataException;
import dev.recipe4j.runtime.data.Draw;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.HardLabels;
import dev.recipe4j.runtime.data.Image;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.train.BestEpoch;
import dev.recipe4j.runtime.train.RunDocument;
import dev.recipe4j.runtime.train.RunException;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A trained network in a program. It needs nothing but the run directory, prepares an image as
 * evaluation does, and may be used by any number of threads at once. Of a run's epochs it takes the
 * one that did best on the validation images.
 */
public final class Classifier implements AutoCloseable {
  private final Engine engine;
  private final List<String> classNames;
  private final Batched<HardLabels> chain;

  private Classifier(Engine engine, RunDocument document) {
    this.engine = engine;
    this.classNames = document.classNames();
    this.chain = Chains.classification(document.recipe());
  }

  /** The classifier that a run has trained. */
  public static Classifier load(TrainingRun run) {
    return load(run.directory());
  }

  /**
   * The classifier in a run directory.
   *
   * @throws RunException if it is not one or is damaged
   */
  public static Classifier load(Path runDirectory) {
    return load(runDirectory, Engines.automatic());
  }

  /** As {@link #load(Path)}, computed by the given engine. */
  public static Classifier load(Path runDirectory, EngineFactory engines) {
    // One: a single image gains little from more, and a service has other work for them.
    BestEpoch best = BestEpoch.open(runDirectory, engines, 1);
    return new Classifier(best.engine(), best.document());
  }

  /** Names of the classes, class 0 first. */
  public List<String> classNames() {
    return classNames;
  }

  /**
   * Classifies an image file.
   *
   * @throws DataException if it cannot be read as an image
   */
  public Classification classify(Path image) {
    return classify(Image.read(image));
  }

  /** Classifies an image. */
  public Classification classify(BufferedImage image) {
    return classify(Image.of(image));
  }

  private Classification classify(Image image) {
    Shape shape = chain.shape(image);
    FloatBuffer prepared = FloatBuffers.direct(shape.size());
    chain.load(image, Draw.of(0, 0, 0), prepared, 0);
    FloatBuffer logits = FloatBuffers.direct(classNames.size());
    Minibatch batch = new Minibatch(1, shape, prepared, new int[1]);
    // An engine serves one thread at a time; decoding and processing need no turn.
    synchronized (engine) {
      engine.logits(batch, logits);
    }
    return ranked(logits);
  }

  private Classification ranked(FloatBuffer logits) {
    double max = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < classNames.size(); k++) {
      max = Math.max(max, logits.get(k));
    }
    double sum = 0;
    for (int k = 0; k < classNames.size(); k++) {
      sum += Math.exp(logits.get(k) - max);
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int k = 0; k < classNames.size(); k++) {
      candidates.add(new Candidate(classNames.get(k), k, Math.exp(logits.get(k) - max) / sum));
    }
    candidates.sort(Comparator.comparingDouble(Candidate::probability).reversed());
    return new Classification(candidates);
  }

  @Override
  public void close() {
    synchronized (engine) {
      engine.close();
    }
  }
}
