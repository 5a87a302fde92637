package dev.recipe4j.runtime.engine;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.NetworkAnalysis;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A network whose first stages are frozen: another engine computes them as in evaluation, so that
 * their batch normalisation uses its running statistics and keeps them, and a second one trains
 * what follows. Nothing is propagated back through the frozen stages.
 */
public final class FrozenPrefixEngine implements Engine {
  private final Network network;
  private final Shape input;
  private final ParameterLayout layout;
  private final Engine frozen;
  private final Engine trained;
  private final int frozenSize;
  private final FloatBuffer parameters;
  private FloatBuffer features = FloatBuffers.direct(0);

  private FrozenPrefixEngine(Network network, Shape input, Engine frozen, Engine trained) {
    this.network = network;
    this.input = input;
    this.layout = ParameterLayout.of(network, input);
    this.frozen = frozen;
    this.trained = trained;
    this.frozenSize = Math.toIntExact(frozen.layout().size());
    this.parameters = FloatBuffers.direct(layout.size());
  }

  /**
   * An engine that does not train some stages.
   *
   * @param engines makes the two engines
   * @param stages names of the stages that are frozen, in any order; the first ones of the network
   * @throws IllegalArgumentException if they are not the first stages, or all of them
   */
  public static Engine open(
      EngineFactory engines, Network network, Collection<String> stages, Shape input, int threads) {
    int length = frozenLayers(network, Set.copyOf(stages));
    Network first = part(network, 0, length);
    Network second = part(network, length, network.layers().size());
    Shape features = NetworkAnalysis.of(first, input).shape(first.output().name());
    Engine frozen = engines.open(first, input, threads);
    try {
      return new FrozenPrefixEngine(
          network, input, frozen, engines.open(second, features, threads));
    } catch (RuntimeException e) {
      frozen.close();
      throw e;
    }
  }

  /** Layers up to the last of the frozen stages; what has no stage, such as dropout, is trained. */
  private static int frozenLayers(Network network, Set<String> stages) {
    List<String> all = List.copyOf(network.stages());
    stages.stream()
        .filter(stage -> !all.contains(stage))
        .findFirst()
        .ifPresent(
            stage -> {
              throw new IllegalArgumentException(
                  "%s has no stage '%s' to freeze; its stages are %s"
                      .formatted(network.name(), stage, String.join(", ", all)));
            });
    List<String> first = all.subList(0, stages.size());
    if (!stages.containsAll(first)) {
      throw new IllegalArgumentException(
          "frozen stages come first: freeze %s of %s too, or fewer"
              .formatted(
                  String.join(
                      ", ", first.stream().filter(stage -> !stages.contains(stage)).toList()),
                  network.name()));
    }
    if (stages.size() == all.size()) {
      throw new IllegalArgumentException(
          "every stage of %s is frozen, so there is nothing to train; leave out '%s'"
              .formatted(network.name(), all.get(all.size() - 1)));
    }
    String last = first.get(first.size() - 1);
    int length = 0;
    for (int i = 0; i < network.layers().size(); i++) {
      if (network.layers().get(i).stage().equals(last)) {
        length = i + 1;
      }
    }
    return length;
  }

  private static Network part(Network network, int from, int to) {
    Network.Builder part = Network.named(network.name());
    String before = from == 0 ? Network.INPUT : network.layers().get(from - 1).name();
    for (Layer layer : network.layers().subList(from, to)) {
      List<String> inputs = new ArrayList<>(layer.inputs());
      inputs.replaceAll(name -> name.equals(before) ? Network.INPUT : name);
      part.add(layer.name(), layer.operation(), inputs.toArray(String[]::new));
    }
    return part.build();
  }

  @Override
  public String name() {
    return trained.name();
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
    return parameters;
  }

  @Override
  public void beginUpdate(long seed, long update) {
    trained.beginUpdate(seed, update);
  }

  @Override
  public double gradient(Minibatch batch, FloatBuffer gradient, FloatBuffer logits) {
    requireInput(batch);
    Minibatch middle = features(batch);
    for (int i = 0; i < frozenSize; i++) {
      gradient.put(i, 0);
    }
    int size = trainedSize();
    double loss = trained.gradient(middle, gradient.slice(frozenSize, size), logits);
    // The pass has moved running statistics.
    parameters.put(frozenSize, trained.parameters(), 0, size);
    return loss;
  }

  @Override
  public void weighClasses(LossWeights weights) {
    trained.weighClasses(weights);
  }

  @Override
  public void logits(Minibatch batch, FloatBuffer logits) {
    trained.logits(features(batch), logits);
  }

  /** What the frozen stages make of the images; both engines have the present parameters then. */
  private Minibatch features(Minibatch batch) {
    frozen.parameters().put(0, parameters, 0, frozenSize);
    trained.parameters().put(0, parameters, frozenSize, trainedSize());
    Shape shape =
        batch.shape().equals(input)
            ? trained.input()
            : NetworkAnalysis.of(frozen.network(), batch.shape())
                .shape(frozen.network().output().name());
    long size = batch.size() * shape.size();
    if (features.capacity() < size) {
      features = FloatBuffers.direct(size);
    }
    frozen.logits(batch, features);
    return new Minibatch(
        batch.size(), shape, features.slice(0, (int) size), batch.labels(), batch.softTargets());
  }

  private int trainedSize() {
    return parameters.capacity() - frozenSize;
  }

  @Override
  public int classes() {
    return trained.classes();
  }

  @Override
  public void close() {
    frozen.close();
    trained.close();
  }
}
