package dev.recipe4j.bench;

import dev.recipe4j.runtime.data.FloatBuffers;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.data.Minibatches;
import dev.recipe4j.runtime.engine.Engine;
import dev.recipe4j.runtime.engine.InitialParameters;
import dev.recipe4j.runtime.optim.Update;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** Gradient and update alone, on the batches of a {@link LoopRun} loaded beforehand. */
final class BareSteps implements AutoCloseable {
  private final Engine engine;
  private final Update update;
  private final Minibatches loaded;
  private final List<Minibatch> batches = new ArrayList<>();
  private final FloatBuffer gradient;
  private final FloatBuffer logits;
  private long updates;

  BareSteps(Workload workload) {
    this.engine = Contender.COMPILED.engine().open(workload.network(), workload.input(), 1);
    InitialParameters.fill(engine.parameters(), engine.layout(), LoopRun.SEED);
    this.update = Update.of(LoopRun.recipe(workload, 1), engine.layout());
    this.gradient = FloatBuffers.direct(engine.layout().size());
    this.logits = FloatBuffers.direct((long) workload.batch() * workload.classes());
    this.loaded =
        new Minibatches(
            LoopRun.data(workload).train(),
            LoopRun.pipeline(workload, 1).trainChain(),
            workload.batch(),
            false,
            LoopRun.SEED,
            1);
    try (var pass = loaded.shuffled(1)) {
      while (pass.hasNext()) {
        batches.add(copy(pass.next()));
      }
    }
  }

  private static Minibatch copy(Minibatch batch) {
    int size = Math.toIntExact(batch.size() * batch.shape().size());
    FloatBuffer images = FloatBuffers.direct(size);
    images.put(0, batch.images(), 0, size);
    return new Minibatch(batch.size(), batch.shape(), images, batch.labels());
  }

  /** Takes so many steps. */
  StepCost measure(int steps) {
    double cpu = ProcessTime.cpuSeconds();
    double wall = ProcessTime.wallSeconds();
    for (int step = 0; step < steps; step++) {
      engine.beginUpdate(LoopRun.SEED, updates);
      engine.gradient(batches.get(step % batches.size()), gradient, logits);
      update.apply(engine.parameters(), gradient, LoopRun.LEARNING_RATE, updates++);
    }
    return new StepCost(
        (ProcessTime.cpuSeconds() - cpu) / steps, (ProcessTime.wallSeconds() - wall) / steps);
  }

  /** Loads so many batches and does nothing with them. */
  StepCost measureLoading(int wanted) {
    double cpu = ProcessTime.cpuSeconds();
    double wall = ProcessTime.wallSeconds();
    int steps = 0;
    for (int epoch = 1; steps < wanted; epoch++) {
      try (var pass = loaded.shuffled(epoch)) {
        for (; pass.hasNext(); steps++) {
          pass.next();
        }
      }
    }
    return new StepCost(
        (ProcessTime.cpuSeconds() - cpu) / steps, (ProcessTime.wallSeconds() - wall) / steps);
  }

  @Override
  public void close() {
    engine.close();
  }
}
