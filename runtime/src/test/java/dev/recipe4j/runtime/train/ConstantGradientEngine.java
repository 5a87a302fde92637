package dev.recipe4j.runtime.train;

import dev.recipe4j.network.LeNetDescription;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.LossWeights;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An engine whose gradient is 1 everywhere and whose parameters are 0 before each pass: what it
 * finds in them at the next pass is the step that the last update took.
 */
final class ConstantGradientEngine implements Engine {
  private final Network network = LeNetDescription.of(3);
  private final Shape input;
  private final ParameterLayout layout;
  private final FloatBuffer parameters;
  private final double[] losses;
  private int pass;

  /** Steps found, the first update's first. */
  final List<Float> steps = new ArrayList<>();

  ConstantGradientEngine(Shape input, double... losses) {
    this.input = input;
    this.layout = ParameterLayout.of(network, input);
    this.parameters = FloatBuffers.direct(layout.size());
    this.losses = losses;
  }

  @Override
  public String name() {
    return "constant";
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
  public int classes() {
    return 3;
  }

  @Override
  public void beginUpdate(long seed, long update) {}

  @Override
  public void weighClasses(LossWeights weights) {}

  @Override
  public double gradient(Minibatch batch, FloatBuffer gradient, FloatBuffer logits) {
    takeStep();
    for (int i = 0; i < gradient.capacity(); i++) {
      gradient.put(i, 1);
      parameters.put(i, 0);
    }
    return losses.length == 0 ? 1 : losses[pass++];
  }

  private void takeStep() {
    if (!steps.isEmpty() || parameters.get(0) != 0) {
      steps.add(-parameters.get(0));
    } else {
      steps.add(Float.NaN);
    }
  }

  @Override
  public void logits(Minibatch batch, FloatBuffer logits) {}

  @Override
  public void close() {
    steps.add(-parameters.get(0));
  }
}
