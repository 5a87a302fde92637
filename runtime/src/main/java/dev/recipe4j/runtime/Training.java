package dev.recipe4j.runtime;

import dev.recipe4j.runtime.data.BalancedData;
import dev.recipe4j.runtime.data.DataException;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.data.TolerantData;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.engine.EngineListener;
import dev.recipe4j.runtime.engine.compiled.ConvolutionAlgorithm;
import dev.recipe4j.runtime.train.RunDirectory;
import dev.recipe4j.runtime.train.RunException;
import dev.recipe4j.runtime.train.TrainingListener;
import dev.recipe4j.runtime.train.TrainingLoop;
import dev.recipe4j.runtime.train.TrainingTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A training that has not started: {@code Training.of(pipeline, data).threads(4).train()}. Where
 * nothing is said, it uses every processor, the compiled engine if it can, and the directory {@code
 * runs/<id>-<time>}.
 */
public final class Training {
  private static final Path RUNS = Path.of("runs");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Pipeline pipeline;
  private final ImageData data;
  private final List<TrainingListener> listeners = new ArrayList<>();
  private final List<EngineListener> engineListeners = new ArrayList<>();
  private Optional<Path> out = Optional.empty();
  private Optional<Path> weights = Optional.empty();
  private int threads = Runtime.getRuntime().availableProcessors();
  private EngineFactory engine = engines(EngineKind.AUTO, ConvolutionAlgorithm.AUTO);
  private double maxCorrupt;
  private boolean classBalanced;
  private boolean resumes;
  private boolean changes;
  private BooleanSupplier stop = () -> false;

  private Training(Pipeline pipeline, ImageData data) {
    this.pipeline = pipeline;
    this.data = data;
  }

  /** The training of a recipe on some images. */
  public static Training of(Pipeline pipeline, ImageData data) {
    return new Training(pipeline, data);
  }

  /** Makes the run directory here; it must not exist or be empty. */
  public Training out(Path runDirectory) {
    out = Optional.of(runDirectory);
    return this;
  }

  /**
   * Starts from this file of the recipe's pretrained weights; otherwise it is looked for in {@code
   * ~/.recipe4j/weights}.
   */
  public Training weights(Path file) {
    weights = Optional.of(file);
    return this;
  }

  /**
   * Goes on with a run that was stopped, from its newest checkpoint.
   *
   * @param runDirectory of the run
   */
  public Training resume(Path runDirectory) {
    resumes = true;
    return out(runDirectory);
  }

  /** Goes on although the recipe or the data have changed since the run was begun. */
  public Training extend() {
    changes = true;
    return this;
  }

  /**
   * Threads that decode and process images; the engine gets one fewer, but at least one, or as many
   * where the network is nearly all of the work.
   *
   * @throws IllegalArgumentException below 1
   */
  public Training threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one thread, not " + count);
    }
    threads = count;
    return this;
  }

  /**
   * Goes on without images that cannot be read, up to this share of the training images and of the
   * validation images. Each is named; nothing takes its place. Otherwise the first is an error.
   *
   * @param share 0 to below 1
   * @throws IllegalArgumentException if it is none
   */
  public Training maxCorrupt(double share) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException("a share from 0 to below 1, not " + share);
    }
    maxCorrupt = share;
    return this;
  }

  /** Meets the images of every class as often as those of the largest: {@link BalancedData}. */
  public Training classBalanced() {
    classBalanced = true;
    return this;
  }

  /** Adds a listener. */
  public Training listener(TrainingListener listener) {
    listeners.add(listener);
    return this;
  }

  /**
   * Stops when asked to: after the update, or the batch of an evaluation, that is under way. The
   * run is then stored and {@link #train} throws {@link
   * dev.recipe4j.runtime.train.RunStoppedException}; {@link #resume} goes on as if it had never
   * been stopped. Nothing else listens to signals or interrupts.
   *
   * @param asked called often and by the training thread; an AtomicBoolean's {@code get} will do
   */
  public Training stopIf(BooleanSupplier asked) {
    stop = asked;
    return this;
  }

  /**
   * Adds a listener that looks into the engine, such as {@code new Dl4jListeners(new
   * ScoreIterationListener(10))}.
   */
  public Training listener(EngineListener listener) {
    engineListeners.add(listener);
    return this;
  }

  /** Computes with an engine of this kind. */
  public Training engine(EngineKind kind, ConvolutionAlgorithm algorithm) {
    return engine(engines(kind, algorithm));
  }

  private EngineFactory engines(EngineKind kind, ConvolutionAlgorithm algorithm) {
    return Engines.of(kind, algorithm, note -> listeners.forEach(listener -> listener.note(note)));
  }

  /** Computes with an engine of one's own. */
  public Training engine(EngineFactory factory) {
    engine = factory;
    return this;
  }

  /**
   * Trains to the end.
   *
   * @throws dev.recipe4j.runtime.train.RunException if recipe, data and output do not allow
   *     training, or it diverges
   * @throws dev.recipe4j.runtime.train.RunStoppedException if {@link #stopIf} has said so
   * @throws dev.recipe4j.runtime.data.DataException if an image cannot be read
   * @throws dev.recipe4j.runtime.weights.WeightsException if pretrained weights are missing,
   *     damaged or other ones
   */
  public TrainingRun train() {
    TrainingTask task =
        new TrainingTask(
            pipeline.recipe(),
            pipeline.trainChain(),
            pipeline.evaluationChain(),
            dataAsTrained(),
            pipeline.settings(),
            weights);
    Path path = out.orElseGet(this::defaultDirectory);
    TrainingLoop loop = new TrainingLoop(task, engine, threads, listeners, engineListeners, stop);
    RunDirectory directory = resumes ? loop.resume(path, changes) : loop.run(path);
    report(directory.path(), task.data());
    return TrainingRun.read(directory.path());
  }

  /** A run that has trained to its end is not lost because its report cannot be written. */
  private void report(Path run, ImageData images) {
    try {
      RunReport.of(run).pipeline(pipeline).data(images).write();
    } catch (RunException | DataException e) {
      listeners.forEach(listener -> listener.note("no report was written: " + e.getMessage()));
    }
  }

  private ImageData dataAsTrained() {
    ImageData readable = maxCorrupt > 0 ? TolerantData.of(data, maxCorrupt) : data;
    return classBalanced ? BalancedData.of(readable) : readable;
  }

  private Path defaultDirectory() {
    String id = pipeline.recipe().recipe().id();
    return RUNS.resolve(id + "-" + TIME.format(LocalDateTime.now(ZoneId.systemDefault())));
  }

  /**
   * The newest run of a recipe below the directory in which runs are made if nothing else is said.
   *
   * @param id of the recipe
   */
  public static Optional<Path> newest(String id) {
    if (!Files.isDirectory(RUNS)) {
      return Optional.empty();
    }
    try (Stream<Path> runs = Files.list(RUNS)) {
      return runs.filter(
              run -> run.getFileName().toString().matches(Pattern.quote(id) + "-\\d{8}-\\d{6}"))
          .max(Comparator.comparing(Path::getFileName));
    } catch (IOException e) {
      throw new RunException("cannot read %s: %s".formatted(RUNS, e.getMessage()), e);
    }
  }
}
