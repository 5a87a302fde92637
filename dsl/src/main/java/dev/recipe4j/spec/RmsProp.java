package dev.recipe4j.spec;

import dev.recipe4j.LearningRate.Scaling;
import dev.recipe4j.RmsProp.Form;
import java.util.OptionalDouble;

/**
 * RMSProp in one of its published forms.
 *
 * @see dev.recipe4j.RmsProp
 */
public record RmsProp(Form form, OptionalDouble rho, OptionalDouble epsilon, double momentum)
    implements Optimizer {
  @Override
  public Family family() {
    return Family.OTHER;
  }

  @Override
  public Scaling automaticScaling() {
    return Scaling.LINEAR;
  }
}
