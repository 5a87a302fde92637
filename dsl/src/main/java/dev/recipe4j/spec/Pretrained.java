package dev.recipe4j.spec;

import dev.recipe4j.Slot;
import java.util.List;

/**
 * Published weights to start from.
 *
 * @param value the weights
 * @param freeze stages of the network that are not trained, as {@link
 *     dev.recipe4j.network.Network#stages} names them
 * @param headRateFactor factor on the learning rate of the classifier, greater than 0
 * @see dev.recipe4j.Pretrained
 */
public record Pretrained(Weights value, List<String> freeze, double headRateFactor)
    implements Component {
  public Pretrained {
    freeze = List.copyOf(freeze);
  }

  @Override
  public Slot slot() {
    return Slot.PRETRAINED;
  }
}
