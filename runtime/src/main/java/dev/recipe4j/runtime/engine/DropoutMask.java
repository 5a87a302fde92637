package dev.recipe4j.runtime.engine;

import java.nio.FloatBuffer;
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
  private final transient DropoutDraws draws;
  private transient @Nullable INDArray mask;

  /**
   * A mask.
   *
   * @param probability of an element to be 0
   * @param layer number of the layer in its network
   * @param draws knows which pass it is
   */
  DropoutMask(double probability, int layer, DropoutDraws draws) {
    this.probability = probability;
    this.layer = layer;
    this.draws = draws;
  }

  @Override
  public INDArray applyDropout(
      INDArray input, INDArray result, int iteration, int epoch, LayerWorkspaceMgr workspaces) {
    float[] factors = new float[Math.toIntExact(input.length())];
    draws.factors(layer, probability, FloatBuffer.wrap(factors));
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
    return new DropoutMask(probability, layer, draws);
  }
}
