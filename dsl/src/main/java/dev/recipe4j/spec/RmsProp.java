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
  /** Share of the mean square that is kept: as written, else as the form has it. */
  public double keptSquare() {
    return rho.orElse(form == Form.PADDLE ? 0.95 : 0.99);
  }

  /** What is added so that no division is by 0: as written, else as the form has it. */
  public double addedEpsilon() {
    return epsilon.orElse(form == Form.PADDLE ? 1e-6 : 1e-8);
  }

  @Override
  public Family family() {
    return Family.OTHER;
  }

  @Override
  public Scaling automaticScaling() {
    return Scaling.LINEAR;
  }
}
