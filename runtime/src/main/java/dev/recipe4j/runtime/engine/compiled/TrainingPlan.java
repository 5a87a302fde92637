package dev.recipe4j.runtime.engine.compiled;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.DropoutDraws;
import dev.recipe4j.runtime.engine.LossWeights;
import dev.recipe4j.runtime.engine.onednn.OneDnn;
import java.nio.FloatBuffer;

/** A training pass, compiled for one size of batch. */
final class TrainingPlan implements AutoCloseable {
  private final Program program;
  private final Value images;
  private final LossLowering loss;

  private TrainingPlan(Program program, Value images, LossLowering loss) {
    this.program = program;
    this.images = images;
    this.loss = loss;
  }

  /** Compiles; the parameters' memory is read and, for running statistics, written. */
  static TrainingPlan compile(
      Network network,
      Shape input,
      int batch,
      FloatBuffer parameters,
      DropoutDraws draws,
      boolean mayBeWinograd) {
    return OneDnn.freeingStructures(
        () -> {
          try (Compilation compilation =
              new Compilation(network, input, parameters, true, mayBeWinograd)) {
            Value images = compilation.images(batch);
            new Lowering(compilation, draws).lower(images);
            LossLowering loss = LossLowering.lower(compilation);
            compilation.goBack();
            compilation.program().keepToEnd(loss.rows());
            return new TrainingPlan(compilation.finish(), images, loss);
          }
        });
  }

  /** One pass; returns the mean loss. */
  double run(
      Minibatch batch,
      LossWeights weights,
      FloatBuffer gradient,
      FloatBuffer logits,
      boolean isTimed) {
    images.floats().put(0, batch.images(), 0, images.floats().capacity());
    loss.expect(batch, weights);
    program.writeGradientTo(gradient);
    if (isTimed) {
      program.runTimed();
    } else {
      program.run();
    }
    FloatBuffer rows = loss.rows().floats();
    logits.put(0, rows, 0, rows.capacity());
    return loss.mean();
  }

  Program program() {
    return program;
  }

  @Override
  public void close() {
    program.close();
  }
}
