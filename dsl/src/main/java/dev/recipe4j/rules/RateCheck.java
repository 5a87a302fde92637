package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import java.util.Collection;

/**
 * A check of the peak learning rate. Which optimiser it is decides how the learning rate scales;
 * its values do not, and may be at fault.
 */
abstract class RateCheck extends Check {
  RateCheck(Rule rule, Collection<Slot> needs, Collection<Slot> mayRead) {
    super(rule, needs, mayRead);
  }

  @Override
  final boolean readsValuesOf(Slot slot) {
    return slot != Slot.OPTIMIZER && super.readsValuesOf(slot);
  }
}
