package dev.recipe4j.runtime.engine.compiled;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.DropoutDraws;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.LossWeights;
import dev.recipe4j.runtime.engine.NativeSettings;
import dev.recipe4j.runtime.engine.onednn.OneDnn;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The fast engine: for each size of batch a plan of oneDNN primitives over memory that is reserved
 * once.
 */
public final class CompiledEngine implements Engine {
  private final Network network;
  private final Shape input;
  private final ParameterLayout layout;
  private final boolean mayBeWinograd;
  private final int classes;
  private final FloatBuffer parameters;

  /** Grows whenever somebody gets hold of the parameters. */
  private long version;

  private LossWeights weights = LossWeights.EQUAL;
  private Optional<Consumer<Profile>> profiler = Optional.empty();

  private final DropoutDraws draws = new DropoutDraws();
  private final Plans<TrainingPlan> training = new Plans<>(this::trainingPlan);
  private final Plans<EvaluationPlan> evaluation = new Plans<>(this::evaluationPlan);
  private final int threads;

  static {
    NativeSettings.beforeStart();
  }

  /**
   * An engine whose parameters are zeros.
   *
   * @param network what to compute
   * @param input shape of one training example
   * @param threads that oneDNN uses, at least 1
   * @throws IllegalArgumentException if the network does not take the input or has a layer that
   *     cannot be compiled
   */
  public CompiledEngine(Network network, Shape input, int threads, ConvolutionAlgorithm algorithm) {
    NativeSettings.use(threads);
    this.threads = threads;
    obstacle(network)
        .ifPresent(
            obstacle -> {
              throw new IllegalArgumentException(obstacle);
            });
    this.network = network;
    this.input = input;
    this.layout = ParameterLayout.of(network, input);
    this.mayBeWinograd = algorithm == ConvolutionAlgorithm.AUTO;
    NetworkAnalysis analysis = NetworkAnalysis.of(network, input);
    this.classes = Math.toIntExact(analysis.shape(network.output().name()).size());
    this.parameters = FloatBuffers.direct(layout.size());
  }

  /** Why this engine cannot compute a network here; empty if it can. */
  public static Optional<String> obstacle(Network network) {
    return OneDnn.problem()
        .map(problem -> "oneDNN does not load: " + problem)
        .or(() -> Lowering.gap(network));
  }

  /**
   * Times every instruction from now on.
   *
   * @param profiler told at the end where the time went, once for each size of batch
   */
  public CompiledEngine profiled(Consumer<Profile> profiler) {
    this.profiler = Optional.of(profiler);
    return this;
  }

  @Override
  public String name() {
    return mayBeWinograd ? "compiled" : "compiled (direct convolution)";
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public Shape input() {
    return input;
  }

  @Override
  public ParameterLayout layout() {
    return layout;
  }

  @Override
  public FloatBuffer parameters() {
    version++;
    return parameters;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public void beginUpdate(long seed, long update) {
    draws.beginUpdate(seed, update);
  }

  @Override
  public void weighClasses(LossWeights ofClasses) {
    weights = ofClasses;
  }

  @Override
  public double gradient(Minibatch batch, FloatBuffer gradient, FloatBuffer logits) {
    requireInput(batch);
    requireLabels(batch);
    // Running statistics move.
    version++;
    NativeSettings.use(threads);
    double loss =
        training
            .get(batch.size(), batch.shape())
            .run(batch, weights, gradient, logits, profiler.isPresent());
    draws.endPass();
    return loss;
  }

  private TrainingPlan trainingPlan(int batch, Shape shape) {
    return TrainingPlan.compile(network, shape, batch, parameters, draws, mayBeWinograd);
  }

  private EvaluationPlan evaluationPlan(int batch, Shape shape) {
    requireFit(shape);
    return EvaluationPlan.compile(network, shape, batch, parameters, mayBeWinograd);
  }

  @Override
  public void logits(Minibatch batch, FloatBuffer logits) {
    NativeSettings.use(threads);
    evaluation.get(batch.size(), batch.shape()).run(batch, logits, version);
  }

  /** Convolutions take any size; dense layers after feature maps have weights for one. */
  private void requireFit(Shape shape) {
    if (!ParameterLayout.of(network, shape).equals(layout)) {
      throw new IllegalArgumentException(
          "%s was built for %s, not for %s".formatted(network.name(), input, shape));
    }
  }

  @Override
  public void close() {
    profiler.ifPresent(
        listener ->
            training.each((plan, batch) -> listener.accept(Profile.of(batch, plan.program()))));
    training.close();
    evaluation.close();
  }
}
