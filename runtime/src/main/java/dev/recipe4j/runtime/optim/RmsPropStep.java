package dev.recipe4j.runtime.optim;

import dev.recipe4j.RmsProp.Form;
import java.util.List;

/**
 * RMSProp (Tieleman and Hinton, Lecture 6.5, 2012), {@code s = rho * s + (1 - rho) * g^2} from 0.
 * Paddle: {@code v = momentum * v + lr * g / sqrt(s + epsilon); w -= v}. Torch: {@code v = momentum
 * * v + g / (sqrt(s) + epsilon); w -= lr * v}. ND4J starts {@code s} at epsilon and has no
 * momentum.
 */
final class RmsPropStep implements Step {
  private final Form form;
  private final float rho;
  private final float fresh;
  private final float epsilon;
  private final float momentum;
  private final float[] square;
  private final float[] velocity;

  RmsPropStep(Form form, double rho, double epsilon, double momentum, int parameters) {
    this.form = form;
    this.rho = (float) rho;
    this.fresh = (float) (1 - rho);
    this.epsilon = (float) epsilon;
    this.momentum = (float) momentum;
    this.square = new float[parameters];
    this.velocity = new float[parameters];
  }

  @Override
  public void apply(float[] w, float[] g, int start, int size, float learningRate, long update) {
    boolean isPaddle = form == Form.PADDLE;
    float inside = isPaddle ? epsilon : 0;
    float outside = isPaddle ? 0 : epsilon;
    float rateInside = isPaddle ? learningRate : 1;
    float rateOutside = isPaddle ? 1 : learningRate;
    for (int i = 0; i < size; i++) {
      float s = rho * square[start + i] + fresh * g[i] * g[i];
      float v =
          momentum * velocity[start + i]
              + rateInside * g[i] / ((float) Math.sqrt(s + inside) + outside);
      square[start + i] = s;
      velocity[start + i] = v;
      w[i] -= rateOutside * v;
    }
  }

  @Override
  public List<float[]> state() {
    return List.of(square, velocity);
  }
}
