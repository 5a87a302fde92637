package dev.recipe4j.runtime.engine.compiled;

import dev.recipe4j.network.Layer;
import dev.recipe4j.network.Network;
import dev.recipe4j.network.Operation;
import dev.recipe4j.network.Operation.Activation;
import dev.recipe4j.network.Operation.HardSigmoid;
import dev.recipe4j.network.Operation.Pooling;
import dev.recipe4j.network.Operation.Pooling.Statistic;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How near the activations of a training pass come to where their functions have no derivative, and
 * two elements of a window to being its maximum both: nearer than rounding moves them, two correct
 * engines may differ by any amount in the gradient.
 */
final class BendDistance extends BaseTrainingListener {
  private final Network network;
  private double least = Double.POSITIVE_INFINITY;

  BendDistance(Network network) {
    this.network = network;
  }

  /** The distance in the passes since the last call. */
  double take() {
    double distance = least;
    least = Double.POSITIVE_INFINITY;
    return distance;
  }

  @Override
  public void onForwardPass(Model model, Map<String, INDArray> activations) {
    for (Layer layer : network.layers()) {
      double[] bends = bends(layer.operation());
      boolean isMaximum =
          layer.operation() instanceof Pooling pooling && pooling.statistic() == Statistic.MAXIMUM;
      if (bends.length > 0 || isMaximum) {
        INDArray read = activations.get(layer.inputs().get(0));
        if (bends.length > 0) {
          toBends(Objects.requireNonNull(read, layer.name()), bends);
        } else {
          toSecond(Objects.requireNonNull(read, layer.name()), (Pooling) layer.operation());
        }
      }
    }
  }

  private static double[] bends(Operation operation) {
    if (operation instanceof Activation activation) {
      return switch (activation.function()) {
        case RELU -> new double[] {0};
        case RELU6 -> new double[] {0, 6};
        case HARD_SWISH -> new double[] {-3, 3};
      };
    }
    return operation instanceof HardSigmoid line
        ? new double[] {-line.offset() / line.slope(), (1 - line.offset()) / line.slope()}
        : new double[0];
  }

  /** Exactly on a bend is what was cut or dropped before: nothing goes back through it anyway. */
  private void toBends(INDArray read, double[] bends) {
    for (float value : read.dup('c').reshape(-1).toFloatVector()) {
      for (double bend : bends) {
        approach(Math.abs(value - bend));
      }
    }
  }

  private void toSecond(INDArray maps, Pooling pooling) {
    int rows = (int) maps.size(2);
    int columns = (int) maps.size(3);
    float[] values = maps.dup('c').reshape(-1).toFloatVector();
    for (int map = 0; map < values.length; map += rows * columns) {
      for (int top = -pooling.padding(); top < rows; top += pooling.stride()) {
        for (int left = -pooling.padding(); left < columns; left += pooling.stride()) {
          approach(gap(values, map, rows, columns, top, left, pooling.kernel()));
        }
      }
    }
  }

  private static double gap(
      float[] values, int map, int rows, int columns, int top, int left, int kernel) {
    float first = Float.NEGATIVE_INFINITY;
    float second = Float.NEGATIVE_INFINITY;
    for (int row = Math.max(0, top); row < Math.min(rows, top + kernel); row++) {
      for (int column = Math.max(0, left); column < Math.min(columns, left + kernel); column++) {
        float value = values[map + row * columns + column];
        second = Math.max(second, Math.min(first, value));
        first = Math.max(first, value);
      }
    }
    return second == Float.NEGATIVE_INFINITY ? Double.POSITIVE_INFINITY : (double) first - second;
  }

  private void approach(double distance) {
    if (distance > 0) {
      least = Math.min(least, distance);
    }
  }
}
