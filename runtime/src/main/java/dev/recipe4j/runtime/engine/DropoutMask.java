package dev.recipe4j.runtime.engine;

import dev.recipe4j.runtime.data.Draw;
import java.util.Objects;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Dropout whose mask is a function of seed, update, pass, layer and element alone. DL4J's own draws
 * from one generator for the whole process: a run that is resumed, or a second run beside it, would
 * get other masks. It stands in a graph during a training pass only and is never stored with it.
 */
final class DropoutMask implements IDropout {
  private static final long serialVersionUID = 1;

  private final double probability;
  private final int layer;
  private long seed;
  private long update;
  private int pass;
  private transient @Nullable INDArray mask;

  /**
   * A mask.
   *
   * @param probability of an element to be 0
   * @param layer number of the layer in its network
   */
  DropoutMask(double probability, int layer) {
    this.probability = probability;
    this.layer = layer;
  }

  /** Chooses the mask of the next pass. */
  void choose(long seed, long update, int pass) {
    this.seed = seed;
    this.update = update;
    this.pass = pass;
  }

  /** The share that stays is scaled up, so that the mean stays (Srivastava et al., 2014, §10). */
  @Override
  public INDArray applyDropout(
      INDArray input, INDArray result, int iteration, int epoch, LayerWorkspaceMgr workspaces) {
    float[] factors = new float[Math.toIntExact(input.length())];
    float kept = (float) (1 / (1 - probability));
    Draw draw = Draw.ofPass(seed, update, pass, layer);
    for (int i = 0; i < factors.length; i++) {
      factors[i] = draw.chance(probability) ? 0 : kept;
    }
    INDArray drawn = Nd4j.create(factors, input.shape(), 'c').castTo(input.dataType());
    INDArray local =
        workspaces.createUninitialized(ArrayType.INPUT, input.dataType(), input.shape(), 'c');
    mask = local.assign(drawn);
    return input.muli(local, result);
  }

  @Override
  public INDArray backprop(
      INDArray outputGradient, INDArray inputGradient, int iteration, int epoch) {
    INDArray applied = Objects.requireNonNull(mask, "no mask was drawn");
    mask = null;
    return outputGradient.muli(applied, inputGradient);
  }

  @Override
  public void clear() {
    mask = null;
  }

  @Override
  public IDropout clone() {
    return new DropoutMask(probability, layer);
  }
}
