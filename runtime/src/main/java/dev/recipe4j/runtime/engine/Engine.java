package dev.recipe4j.runtime.engine;

import dev.recipe4j.network.Network;
import dev.recipe4j.network.ParameterLayout;
import dev.recipe4j.network.Shape;
import dev.recipe4j.runtime.data.Minibatch;
import java.nio.FloatBuffer;

/**
 * Computes logits and gradients of one network. An engine holds the parameters, one flat vector
 * laid out by {@link #layout()}; who trains changes them through {@link #parameters()}. It is used
 * by one thread at a time.
 */
public interface Engine extends AutoCloseable {
  /** Name for people and for the run directory, as in {@code reference}. */
  String name();

  /** The network. */
  Network network();

  /** Shape of one example. */
  Shape input();

  /** Where each tensor lies in the vector of parameters and in that of gradients. */
  ParameterLayout layout();

  /**
   * The parameters and running statistics themselves, not a copy: {@code layout().size()} floats in
   * a direct buffer of native order. Only absolute access keeps the buffer's position for others.
   * Ask for it again whenever you change it: an engine may keep what it has computed from the
   * parameters until then.
   */
  FloatBuffer parameters();

  /**
   * Says for which update the next training passes are. The dropout masks of a pass are a function
   * of the two numbers, of how many passes went before it since this call, of the layer and of the
   * element alone: the same in every run, and after a resume. Without a call both numbers are 0.
   *
   * @param seed seed of the run
   * @param update number of the update, from 0
   */
  void beginUpdate(long seed, long update);

  /**
   * Weighs the classes in the loss of all training passes from now on; at first all count the same.
   *
   * @param weights of as many classes as the network has outputs
   */
  void weighClasses(LossWeights weights);

  /**
   * A training pass: mean loss over the batch, its gradient, and the step of the running statistics
   * of batch normalisation. Parameters do not change otherwise.
   *
   * @param batch examples of the engine's input shape
   * @param gradient receives the gradient of the mean loss from index 0, {@code layout().size()}
   *     floats; 0 at running statistics
   * @param logits receives the logits of this pass from index 0, examples x classes
   * @return mean softmax cross-entropy with the targets of the batch in nats, weighted as {@link
   *     #weighClasses} says, without any penalty; not finite if the network has diverged
   * @throws IllegalArgumentException if the batch has another shape or a label out of range
   */
  double gradient(Minibatch batch, FloatBuffer gradient, FloatBuffer logits);

  /**
   * Refuses a training batch of another shape than the network was built for.
   *
   * @throws IllegalArgumentException naming both shapes
   */
  default void requireInput(Minibatch batch) {
    if (!batch.shape().equals(input())) {
      throw new IllegalArgumentException(
          "examples are %s, the network was built for %s".formatted(batch.shape(), input()));
    }
  }

  /**
   * Refuses a class that the network has no output for.
   *
   * @throws IllegalArgumentException naming the label
   */
  default void requireLabels(Minibatch batch) {
    int classes = classes();
    requireClasses(batch.labels(), classes);
    if (batch.softTargets().isPresent()) {
      requireClasses(batch.softTargets().get().others(), classes);
    }
  }

  private static void requireClasses(int[] labels, int classes) {
    for (int label : labels) {
      if (label < 0 || label >= classes) {
        throw new IllegalArgumentException("label %d of %d classes".formatted(label, classes));
      }
    }
  }

  /**
   * Logits in evaluation, with the running statistics of batch normalisation.
   *
   * @param batch examples; a network that averages its last feature maps takes any height and width
   * @param logits receives examples x classes from index 0
   * @throws IllegalArgumentException if the network cannot take the shape
   */
  void logits(Minibatch batch, FloatBuffer logits);

  /** Number of outputs of the network. */
  int classes();

  @Override
  void close();
}
