package dev.recipe4j.runtime.preflight;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.ParameterLayout.Entry;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.EngineFactory;
import dev.recipe4j.runtime.engine.LossWeights;
import dev.recipe4j.runtime.engine.ReferenceEngine;
import java.nio.FloatBuffer;

/** A reference engine with a fault: the gradient of one layer is a constant. */
record ChangedGradientEngine(Engine engine, String layer, float value) implements Engine {
  static EngineFactory of(String layer, float value) {
    return (network, input, threads) ->
        new ChangedGradientEngine(new ReferenceEngine(network, input, threads), layer, value);
  }

  @Override
  public double gradient(Minibatch batch, FloatBuffer gradient, FloatBuffer logits) {
    double loss = engine.gradient(batch, gradient, logits);
    for (Entry entry : layout().entries()) {
      for (int i = (int) entry.offset(); i < entry.end(); i++) {
        if (entry.layer().name().equals(layer)) {
          gradient.put(i, value);
        }
      }
    }
    return loss;
  }

  @Override
  public String name() {
    return engine.name();
  }

  @Override
  public Network network() {
    return engine.network();
  }

  @Override
  public Shape input() {
    return engine.input();
  }

  @Override
  public ParameterLayout layout() {
    return engine.layout();
  }

  @Override
  public FloatBuffer parameters() {
    return engine.parameters();
  }

  @Override
  public void beginUpdate(long seed, long update) {
    engine.beginUpdate(seed, update);
  }

  @Override
  public void weighClasses(LossWeights weights) {
    engine.weighClasses(weights);
  }

  @Override
  public void logits(Minibatch batch, FloatBuffer logits) {
    engine.logits(batch, logits);
  }

  @Override
  public int classes() {
    return engine.classes();
  }

  @Override
  public void close() {
    engine.close();
  }
}
