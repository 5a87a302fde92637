package dev.recipe4j.runtime.engine.compiled;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Minibatch;
import dev.recipe4j.runtime.engine.DropoutDraws;
import dev.recipe4j.runtime.engine.onednn.OneDnn;
import java.nio.FloatBuffer;

/** Logits with running statistics, compiled for one size of batch. */
final class EvaluationPlan implements AutoCloseable {
  private final Program program;
  private final Value images;
  private final Value rows;
  private long prepared = -1;

  private EvaluationPlan(Program program, Value images, Value rows) {
    this.program = program;
    this.images = images;
    this.rows = rows;
  }

  /** Compiles; the parameters' memory is read in each pass. */
  static EvaluationPlan compile(
      Network network, Shape input, int batch, FloatBuffer parameters, boolean mayBeWinograd) {
    return OneDnn.freeingStructures(
        () -> {
          try (Compilation compilation =
              new Compilation(network, input, parameters, false, mayBeWinograd)) {
            ProgramBuilder program = compilation.program();
            Value images = compilation.images(batch);
            new Lowering(compilation, new DropoutDraws()).lower(images);
            Value rows = LossLowering.rows(compilation, compilation.logits());
            program.keepToEnd(rows);
            return new EvaluationPlan(compilation.finish(), images, rows);
          }
        });
  }

  /**
   * Computes the logits of a batch.
   *
   * @param version of the parameters: another one than last time if they have changed
   */
  void run(Minibatch batch, FloatBuffer logits, long version) {
    if (version != prepared) {
      program.prepare();
      prepared = version;
    }
    images.floats().put(0, batch.images(), 0, images.floats().capacity());
    program.run();
    logits.put(0, rows.floats(), 0, rows.floats().capacity());
  }

  @Override
  public void close() {
    program.close();
  }
}
